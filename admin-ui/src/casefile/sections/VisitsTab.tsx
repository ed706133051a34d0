import { Chip, Stack } from '@mui/material';
import type { Visit } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useCodeName } from '../../lib';

const COLOUR = { normal: 'success', watch: 'warning', abnormal: 'error' } as const;

/** Visits, newest first. */
export function VisitsTab({ visits }: { visits: readonly Visit[] | null }) {
  const t = useText();
  if (visits === null || visits.length === 0) {
    return <EmptyState title={t('visit.emptyTitle')} hint={t('visit.emptyHint')} />;
  }
  return visits.map((visit) => <VisitView key={visit.id} visit={visit} />);
}

function VisitView({ visit }: { visit: Visit }) {
  const t = useText();
  const item = useCodeName('VISIT_ITEMS');
  const yesNo = (value: boolean): string => t(value ? 'answer.yes' : 'answer.no');
  return (
    <Section title={`${visit.visitTypeName} · ${formatInstant(visit.visitedAt)}`}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 2 }}>
        {Object.entries(visit.items).map(([code, { rating, note }]) => (
          <Chip
            key={code}
            variant="outlined"
            color={COLOUR[rating]}
            label={[item(code), t(`visit.rating.${rating}`), note].filter(Boolean).join(' · ')}
            sx={{ height: 'auto', minHeight: 32, '& .MuiChip-label': { whiteSpace: 'normal' } }}
          />
        ))}
      </Stack>
      <Facts
        facts={[
          { label: t('visit.seenChild'), value: yesNo(visit.seenChild) },
          { label: t('visit.spokeAlone'), value: yesNo(visit.spokeAlone) },
          { label: t('visit.guardianPresent'), value: yesNo(visit.guardianPresent) },
          { label: t('visit.problems'), value: visit.problems },
          { label: t('visit.actions'), value: visit.actions },
          { label: t('visit.nextDueOn'), value: visit.nextDueOn },
          { label: t('field.by'), value: visit.visitedByName },
        ]}
      />
    </Section>
  );
}
