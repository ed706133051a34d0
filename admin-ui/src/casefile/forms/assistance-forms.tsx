import { Alert } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { Case, ServiceItem } from '../../api';
import { FormChoice, FormDate, FormSelect, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { formatInstant, useCodes } from '../../lib';
import { openServices } from '../open-services';

const inEmergency = ({ stages }: Case): boolean =>
  stages.some(({ stage, closedAt }) => stage === 'emergency' && closedAt === null);
const hasPlan = ({ plans }: Case): boolean => (plans ?? []).length > 0;

/** 评估帮扶. What is not the next step stands in the menu. */
export const assistanceForms: Readonly<Record<string, ActionForm<Case>>> = {
  assess: {
    // First the child is safe, then its risk is weighed; at low risk with a plan it is weighed again only now and then.
    group: (file) =>
      inEmergency(file) || (hasPlan(file) && file.riskLevel === 'low') ? 'action.groupSupport' : undefined,
    page: ({ id }) => `/cases/${id}/assess`,
  },
  'confirm-assessment': {
    hint: 'assess.confirmHint',
    defaults: ({ assessments }) => ({
      assessmentId: assessments?.find(({ state }) => state === 'proposed')?.id ?? '',
    }),
    Fields: ConfirmAssessmentFields,
  },
  'change-urgency': {
    group: 'action.groupSupport',
    hint: 'assess.urgencyHint',
    Fields: ChangeUrgencyFields,
  },
  'make-plan': {
    group: (file) => (hasPlan(file) ? 'action.groupSupport' : undefined),
    page: ({ id }) => `/cases/${id}/plan`,
  },
  'approve-plan': { hint: 'plan.approveHint', Fields: ApprovePlanFields },
  'return-plan': { aside: true, Fields: ReturnPlanFields },
  'review-plan': { group: 'action.groupSupport', page: ({ id }) => `/cases/${id}/review` },
  'complete-service': { Fields: CompleteServiceFields },
  'start-service': { group: 'action.groupSupport', Fields: StartServiceFields },
  'cancel-service': { group: 'action.groupSupport', Fields: CancelServiceFields },
  'record-guidance': {
    group: 'action.groupSupport',
    Fields: GuidanceFields,
    toBody: ({ minutes, ...values }) => ({ ...values, minutes: Number(minutes) }),
  },
};

const toChoice =
  (t: Text) =>
  ({ id, supportTypeName, provider, dueOn }: ServiceItem) => ({
    code: id,
    name: supportTypeName,
    about: `${provider} · ${t('plan.dueOn')} ${dueOn}`,
  });

function ConfirmAssessmentFields({ record }: { record: Case }) {
  const t = useText();
  const agree: unknown = useFormContext().watch('agree');
  const waiting = record.assessments?.find(({ state }) => state === 'proposed');
  return (
    <>
      {waiting !== undefined && (
        <Alert severity="info" sx={{ mb: 2 }}>
          {[
            waiting.instrumentTitle,
            formatInstant(waiting.assessedAt),
            waiting.assessedByName,
            `${record.riskLevelName ?? ''} → ${waiting.levelName}`,
          ]
            .filter(Boolean)
            .join(' · ')}
        </Alert>
      )}
      <FormYesNo name="agree" label={t('assess.agree')} help={t('assess.agreeHelp')} required />
      <FormText name="reason" label={t('assess.reviewReason')} rows={3} required={agree === false} />
    </>
  );
}

function ChangeUrgencyFields({ record }: { record: Case }) {
  const t = useText();
  const options = (['U0', 'U1', 'U2', 'U3'] as const)
    .filter((code) => code !== record.urgency)
    .map((code) => ({ code, name: t(`urgency.${code}`), about: t(`urgency.about.${code}`) }));
  return (
    <>
      <FormChoice name="urgency" label={t('field.urgency')} options={options} required />
      <FormText name="reason" label={t('assess.urgencyReason')} rows={3} required />
    </>
  );
}

function ApprovePlanFields() {
  const t = useText();
  return <FormText name="note" label={t('plan.approveNote')} rows={2} />;
}

function ReturnPlanFields() {
  const t = useText();
  return <FormText name="reason" label={t('plan.returnReason')} rows={3} required />;
}

function StartServiceFields({ record }: { record: Case }) {
  const t = useText();
  const planned = openServices(record).filter(({ state }) => state === 'planned');
  return (
    <FormChoice name="serviceId" label={t('plan.service')} options={planned.map(toChoice(t))} required />
  );
}

function CompleteServiceFields({ record }: { record: Case }) {
  const t = useText();
  const open = openServices(record).map(toChoice(t));
  return (
    <>
      <FormChoice name="serviceId" label={t('plan.service')} options={open} required />
      <FormText name="result" label={t('plan.result')} rows={3} required />
    </>
  );
}

function CancelServiceFields({ record }: { record: Case }) {
  const t = useText();
  const open = openServices(record).map(toChoice(t));
  return (
    <>
      <FormChoice name="serviceId" label={t('plan.service')} options={open} required />
      <FormText name="reason" label={t('plan.cancelReason')} rows={2} required />
    </>
  );
}

/** 家庭教育指导 (D22). */
function GuidanceFields({ record }: { record: Case }) {
  const t = useText();
  const methods = useCodes('GUIDANCE_METHODS');
  const services = openServices(record).map(({ id, supportTypeName, provider }) => ({
    code: id,
    name: `${supportTypeName} · ${provider}`,
  }));
  return (
    <>
      <FormDate name="heldOn" label={t('guidance.heldOn')} required present />
      <FormText name="minutes" label={t('guidance.minutes')} type="number" required maxLength={3} />
      <FormChoice name="method" label={t('guidance.method')} options={methods} inline required />
      <FormText name="topic" label={t('guidance.topic')} rows={2} required />
      <FormText name="guardianResponse" label={t('guidance.guardianResponse')} rows={2} required />
      <FormText name="next" label={t('guidance.next')} />
      {services.length > 0 && (
        <FormSelect
          name="serviceId"
          label={t('guidance.service')}
          options={services}
          empty={t('guidance.noService')}
        />
      )}
    </>
  );
}
