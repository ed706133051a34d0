import { Box, Button, Link, Paper, Stack, Typography } from '@mui/material';
import { Link as RouterLink } from 'react-router-dom';
import type { HomeNext } from '../api';
import { UrgencyChip } from '../components';
import { durationText } from '../components/DeadlineBadge';
import { useText } from '../i18n/use-text';
import { consoleLink, formatInstant, useNow } from '../lib';

interface NextListProps {
  first: HomeNext;
  rest: readonly HomeNext[];
}

/** The one thing to do now, and what follows. */
export function NextList({ first, rest }: NextListProps) {
  const t = useText();
  return (
    <>
      <Paper sx={{ p: 2, mb: 2, border: '2px solid', borderColor: 'primary.main' }} elevation={0}>
        <Stack direction={{ xs: 'column', sm: 'row' }} spacing={2} sx={{ alignItems: { sm: 'center' } }}>
          <Box sx={{ flex: 1 }}>
            <Typography sx={{ fontWeight: 700, fontSize: '1.1rem' }}>{first.title}</Typography>
            <NextFacts item={first} />
          </Box>
          <Button component={RouterLink} to={consoleLink(first.link)} variant="contained" size="large">
            {t('home.start')}
          </Button>
        </Stack>
      </Paper>
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {rest.map((item) => (
          <Box
            component="li"
            key={`${item.key}-${item.link}`}
            sx={{ py: 1, borderTop: '1px solid', borderColor: 'divider' }}
          >
            <Link
              component={RouterLink}
              to={consoleLink(item.link)}
              sx={{ fontWeight: 600, display: 'inline-block', py: 0.5 }}
            >
              {item.title}
            </Link>
            <NextFacts item={item} />
          </Box>
        ))}
      </Box>
    </>
  );
}

function NextFacts({ item: { urgency, number, dueAt, overdue } }: { item: HomeNext }) {
  const t = useText();
  const now = useNow();
  const isLate = overdue || (dueAt !== null && Date.parse(dueAt) <= now);
  const time = dueAt === null ? '' : durationText(Date.parse(dueAt) - now, t);
  return (
    <Stack direction="row" spacing={1} useFlexGap sx={{ alignItems: 'center', flexWrap: 'wrap' }}>
      <UrgencyChip urgency={urgency} />
      {number !== null && <span>{number}</span>}
      {dueAt !== null && (
        <Typography
          component="span"
          sx={{ color: isLate ? 'error.main' : 'text.secondary', fontWeight: isLate ? 700 : 400 }}
        >
          {t(isLate ? 'deadline.overdue' : 'deadline.left', { time })} · {formatInstant(dueAt)}
        </Typography>
      )}
    </Stack>
  );
}
