import { Chip, Stack } from '@mui/material';
import type { Visit, VisitItem } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import type { Fact } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant, useCodes } from '../../lib';

const COLOUR = { normal: 'success', watch: 'warning', abnormal: 'error' } as const;

interface VisitsTabProps<V extends Visit> {
  visits: readonly V[] | null;
  /** What a kind of visit says besides. */
  more?: (visit: V) => readonly Fact[];
}

/** Visits, newest first. */
export function VisitsTab<V extends Visit>({ visits, more }: VisitsTabProps<V>) {
  const t = useText();
  if (visits === null || visits.length === 0) {
    return <EmptyState title={t('visit.emptyTitle')} hint={t('visit.emptyHint')} />;
  }
  return visits.map((visit) => <VisitView key={visit.id} visit={visit} more={more?.(visit) ?? []} />);
}

function VisitView({ visit, more }: { visit: Visit; more: readonly Fact[] }) {
  const t = useText();
  const items = useCodes('VISIT_ITEMS').filter(({ code }) => code in visit.items);
  const yesNo = (value: boolean): string => t(value ? 'answer.yes' : 'answer.no');
  return (
    <Section title={`${visit.visitTypeName} · ${formatInstant(visit.visitedAt)}`}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 2 }}>
        {items.map(({ code, name }) => (
          <ItemChip key={code} name={name} item={visit.items[code]} />
        ))}
      </Stack>
      <Facts
        facts={[
          { label: t('visit.seenChild'), value: yesNo(visit.seenChild) },
          { label: t('visit.spokeAlone'), value: yesNo(visit.spokeAlone) },
          { label: t('visit.guardianPresent'), value: yesNo(visit.guardianPresent) },
          ...more,
          { label: t('visit.problems'), value: visit.problems },
          { label: t('visit.actions'), value: visit.actions },
          { label: t('visit.nextDueOn'), value: visit.nextDueOn },
          { label: t('field.by'), value: visit.visitedByName },
        ]}
      />
    </Section>
  );
}

function ItemChip({ name, item }: { name: string; item: VisitItem | undefined }) {
  const t = useText();
  if (item === undefined) return null;
  return (
    <Chip
      variant="outlined"
      color={COLOUR[item.rating]}
      label={[name, t(`visit.rating.${item.rating}`), item.note].filter(Boolean).join(' · ')}
      sx={{ height: 'auto', minHeight: 32, '& .MuiChip-label': { whiteSpace: 'normal' } }}
    />
  );
}
