import { Box, Chip, Paper, Stack, Typography } from '@mui/material';
import type { Deadline, LadderStep } from '../api';
import { useText } from '../i18n/use-text';
import { formatInstant } from '../lib';
import { DeadlineBadge } from './DeadlineBadge';
import { EmptyState } from './EmptyState';

/** All clocks of a record: running ones first, each with its rule, source and the ladder of reminders. */
export function DeadlineList({ deadlines }: { deadlines: readonly Deadline[] | null }) {
  const t = useText();
  if (deadlines === null || deadlines.length === 0) {
    return <EmptyState title={t('deadline.emptyTitle')} hint={t('deadline.emptyHint')} />;
  }
  const order = { running: 0, done: 1, cancelled: 2 };
  const sorted = [...deadlines].sort(
    (a, b) => order[a.state] - order[b.state] || Date.parse(a.dueAt) - Date.parse(b.dueAt),
  );
  return (
    <Stack spacing={1.5}>
      {sorted.map((deadline) => (
        <DeadlineCard key={deadline.id} deadline={deadline} />
      ))}
    </Stack>
  );
}

function DeadlineCard({ deadline }: { deadline: Deadline }) {
  const t = useText();
  return (
    <Paper variant="outlined" sx={{ p: 2 }}>
      <Stack direction="row" spacing={1} useFlexGap sx={{ flexWrap: 'wrap', alignItems: 'center', mb: 0.5 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>
          {deadline.name}
        </Typography>
        <DeadlineBadge deadline={deadline} />
        <Chip size="small" variant="outlined" label={deadline.basisName} />
        {deadline.provisional && (
          <Chip size="small" color="warning" variant="outlined" label={t('deadline.provisional')} />
        )}
      </Stack>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('deadline.period', { start: formatInstant(deadline.startAt), due: formatInstant(deadline.dueAt) })}
        {deadline.ownerName !== '' && ` · ${t('deadline.owner', { name: deadline.ownerName })}`}
        {deadline.closedAt !== null &&
          ` · ${t('deadline.closedAt', { at: formatInstant(deadline.closedAt) })}`}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {t('deadline.source', { source: deadline.source })}
        {deadline.provisional && ` ${t('deadline.provisionalHelp')}`}
      </Typography>
      {deadline.ladder.length > 0 && (
        <Box component="details" sx={{ mt: 1 }}>
          <Box component="summary" sx={{ cursor: 'pointer', minHeight: 32 }}>
            {t('deadline.ladder')}
          </Box>
          <Box component="ul" sx={{ mt: 0.5, mb: 0, pl: 3 }}>
            {deadline.ladder.map((step) => (
              <li key={`${step.step}-${step.at}`}>
                {ladderText(step, t('deadline.taken'), t('deadline.planned'))}
              </li>
            ))}
          </Box>
        </Box>
      )}
    </Paper>
  );
}

function ladderText({ stepName, at, takenAt, number }: LadderStep, taken: string, planned: string): string {
  const when = takenAt === null ? `${planned} ${formatInstant(at)}` : `${taken} ${formatInstant(takenAt)}`;
  return [stepName, when, ...(number === null ? [] : [number])].join(' · ');
}
