import { Chip, Stack } from '@mui/material';
import type { Case } from '../../api';
import { EmptyState, Facts, Section } from '../../components';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

/** 法律程序, newest first. */
export function ProceedingsTab({ file: { proceedings } }: { file: Case }) {
  const t = useText();
  if (proceedings === null || proceedings.length === 0) {
    return <EmptyState title={t('proceeding.emptyTitle')} hint={t('proceeding.emptyHint')} />;
  }
  return [...proceedings].reverse().map((step) => (
    <Section key={step.id} title={`${step.name} · ${formatInstant(step.happenedAt)}`}>
      <Stack direction="row" useFlexGap spacing={1} sx={{ flexWrap: 'wrap', mb: 1.5 }}>
        {step.resultName !== null && (
          <Chip size="small" color="primary" variant="outlined" label={step.resultName} />
        )}
        {step.variant !== null && <Chip size="small" variant="outlined" label={step.variant} />}
        {step.waitsFor.length > 0 && (
          <Chip size="small" color="warning" variant="outlined" label={t('proceeding.waits')} />
        )}
        {step.onBehalf && <Chip size="small" variant="outlined" label={t('proceeding.onBehalf')} />}
      </Stack>
      <Facts
        facts={[
          { label: t('proceeding.organ'), value: step.organName },
          step.addresseeName === null
            ? null
            : { label: t('proceeding.addressee'), value: step.addresseeName },
          { label: t('proceeding.number'), value: step.number },
          step.person === null ? null : { label: t('proceeding.person'), value: step.person },
          { label: t('field.note'), value: step.note },
          { label: t('proceeding.source'), value: step.source },
          {
            label: t('field.by'),
            value: [step.recordedByName, formatInstant(step.recordedAt)].filter(Boolean).join(' · '),
          },
        ]}
      />
    </Section>
  ));
}
