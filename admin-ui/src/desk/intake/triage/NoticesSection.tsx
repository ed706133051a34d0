import { Checkbox, FormControlLabel, Paper, Typography } from '@mui/material';
import { useController, useFormContext } from 'react-hook-form';
import { Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { useCodeName } from '../../../lib';
import { findExclusionReason, sentOrders } from './triage-form';
import type { TriageFormValues } from './triage-form';

/** 告知: who is only told, beside the orders. Who gets an order is left out here, the excluded struck out. */
export function NoticesSection() {
  const t = useText();
  const values = useFormContext<TriageFormValues>().watch();
  const asked = new Set(sentOrders(values).map(({ agencyId }) => agencyId));
  const rows = values.notices.flatMap(({ agencyId }, index) => (asked.has(agencyId) ? [] : [index]));
  if (rows.length === 0) return null;
  return (
    <Section title={t('inform.toBe')}>
      <Typography sx={{ mb: 1.5 }}>{t('inform.toBeHint')}</Typography>
      {rows.map((index) => (
        <NoticeRowFields key={values.notices[index]?.agencyId} index={index} />
      ))}
    </Section>
  );
}

function NoticeRowFields({ index }: { index: number }) {
  const t = useText();
  const hint = useCodeName('EXCLUSION_HINTS');
  const { watch } = useFormContext<TriageFormValues>();
  const { field } = useController<TriageFormValues, `notices.${number}.chosen`>({
    name: `notices.${index}.chosen`,
  });
  const notice = watch(`notices.${index}`);
  const reason = findExclusionReason(notice, watch('exclusions'), hint);
  if (reason !== null) {
    return (
      <Paper variant="outlined" sx={{ p: 1.5, mb: 1, bgcolor: 'background.default' }}>
        <Typography component="s">{notice.agencyName}</Typography>
        <Typography sx={{ color: 'error.main' }}>{t('inform.excluded', { reason })}</Typography>
      </Paper>
    );
  }
  return (
    <Paper variant="outlined" sx={{ px: 1.5, py: 0.5, mb: 1 }}>
      <FormControlLabel
        control={<Checkbox checked={field.value} onChange={(_, checked) => field.onChange(checked)} />}
        label={<b>{notice.agencyName}</b>}
      />
      <Typography variant="body2" sx={{ color: 'text.secondary', pb: 1 }}>
        {[
          notice.conditionName === null ? null : t('inform.onlyIf', { condition: notice.conditionName }),
          notice.logsIn ? null : t('inform.byDesk'),
        ]
          .filter(Boolean)
          .join(' · ')}
      </Typography>
    </Paper>
  );
}
