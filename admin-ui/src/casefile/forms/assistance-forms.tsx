import type { ActionForm } from '../../access';
import type { Case, ServiceItem } from '../../api';
import { FormChoice, FormDate, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import type { Text } from '../../i18n/use-text';
import { useCodes } from '../../lib';
import { openServices } from '../open-services';

/** 评估帮扶. */
export const assistanceForms: Readonly<Record<string, ActionForm<Case>>> = {
  assess: { page: ({ id }) => `/cases/${id}/assess` },
  'make-plan': { page: ({ id }) => `/cases/${id}/plan` },
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
