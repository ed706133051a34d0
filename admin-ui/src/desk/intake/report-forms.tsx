import { Alert, Typography } from '@mui/material';
import type { ActionForm } from '../../access';
import type { DisclosedReporter, Report } from '../../api';
import { Facts } from '../../components';
import { FormChoice, FormInstant, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { formatInstant } from '../../lib';
import { roadForms } from './road-forms';

/** Ends without a case: what the reporter is told is the result. */
const ENDED_OTHERWISE: ReadonlySet<Report['state']> = new Set<Report['state']>([
  'screened_out',
  'answered',
  'duplicate',
  'transferred',
]);

/** What each action of a report asks for. */
export const reportForms: Readonly<Record<string, ActionForm<Report>>> = {
  ...roadForms,
  receive: {},
  triage: { page: ({ id }) => `/reports/${id}/triage` },
  // The same page: which children join a case and which open one is decided there, child by child.
  'link-case': { page: ({ id }) => `/reports/${id}/triage`, group: 'road.group' },
  'record-police': { Fields: PoliceFields },
  add: { aside: true, Fields: AddFields },
  feedback: {
    Fields: FeedbackFields,
    defaults: ({ state }) => ({ stage: ENDED_OTHERWISE.has(state) ? 'result' : 'triage' }),
    hint: 'report.feedbackHint',
  },
  conclude: {
    route: 'feedback',
    Fields: ConcludeFields,
    defaults: () => ({ stage: 'result' }),
    hint: 'report.feedbackHint',
  },
  'disclose-reporter': {
    aside: true,
    Fields: DiscloseFields,
    Result: ReporterView,
    hint: 'report.discloseHint',
  },
};

function PoliceFields() {
  const t = useText();
  return (
    <>
      <FormInstant name="toldAt" label={t('report.policeToldAt')} required present />
      <FormText name="receiptNo" label={t('report.policeReceiptNo')} />
      <FormText name="officer" label={t('report.policeOfficer')} />
    </>
  );
}

function AddFields() {
  const t = useText();
  return (
    <FormText
      name="text"
      label={t('report.addText')}
      help={t('report.addHelp')}
      rows={5}
      required
      maxLength={5000}
    />
  );
}

function FeedbackFields({ record }: { record: Report }) {
  const t = useText();
  if (ENDED_OTHERWISE.has(record.state)) return <ConcludeFields />;
  const stages = (['triage', 'progress'] as const).map((code) => ({
    code,
    name: t(`report.feedbackStage.${code}`),
  }));
  return (
    <>
      <FormChoice name="stage" label={t('report.feedbackStageLabel')} options={stages} required />
      <FormText name="text" label={t('report.feedbackText')} rows={4} required maxLength={1000} />
    </>
  );
}

function ConcludeFields() {
  const t = useText();
  return <FormText name="text" label={t('report.feedbackText')} rows={4} required maxLength={1000} />;
}

function DiscloseFields() {
  const t = useText();
  return <FormText name="reason" label={t('report.discloseReason')} rows={3} required maxLength={500} />;
}

function ReporterView({ result }: { result: unknown }) {
  const t = useText();
  const { name, phone, position, until } = result as DisclosedReporter;
  return (
    <>
      <Alert severity="warning" sx={{ mb: 2 }}>
        {t('report.discloseUntil', { at: formatInstant(until) })}
      </Alert>
      <Facts
        facts={[
          { label: t('field.name'), value: name },
          { label: t('field.phone'), value: phone },
          { label: t('report.reporterPosition'), value: position },
        ]}
      />
      <Typography variant="body2" sx={{ mt: 2, color: 'text.secondary' }}>
        {t('report.discloseOnce')}
      </Typography>
    </>
  );
}
