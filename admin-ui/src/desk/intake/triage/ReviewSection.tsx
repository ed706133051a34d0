import { Alert, Typography } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { Facts, Section } from '../../../components';
import { useText } from '../../../i18n/use-text';
import { countNewCases, sentNotices, sentOrders } from './triage-form';
import type { TriageFormValues } from './triage-form';

/** 核对: what happens when the button below is pressed. */
export function ReviewSection() {
  const t = useText();
  const values = useFormContext<TriageFormValues>().watch();
  const orders = sentOrders(values);
  const opened = countNewCases(values);
  const linked = values.children.length - opened;
  const leads = orders.filter(({ role }) => role === 'lead');
  const names = (rows: readonly { readonly agencyName: string }[]): string =>
    rows.map(({ agencyName }) => agencyName).join('、');
  return (
    <Section title={t('triage.review')}>
      {opened > 0 && leads.length !== 1 && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('triage.oneLead')}
        </Alert>
      )}
      <Facts
        facts={[
          { label: t('field.urgency'), value: t(`urgency.${values.urgency}`) },
          { label: t('triage.casesToOpen'), value: opened },
          { label: t('triage.casesToLink'), value: linked },
          { label: t('triage.leadAgency'), value: names(leads) },
          { label: t('triage.coAgencies'), value: names(orders.filter(({ role }) => role === 'co')) },
          { label: t('inform.agencies'), value: names(sentNotices(values)) },
          { label: t('triage.excludedNames'), value: values.exclusions.map(({ name }) => name).join('、') },
        ]}
      />
      <Typography sx={{ mt: 2, color: 'text.secondary' }}>
        {t(linked > 0 ? 'triage.reviewLinkHint' : 'triage.reviewHint')}
      </Typography>
    </Section>
  );
}
