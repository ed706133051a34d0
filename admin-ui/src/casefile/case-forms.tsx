import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../access';
import type { Case } from '../api';
import { FormChoice, FormSelect, FormText } from '../components/fields';
import { useText } from '../i18n/use-text';
import { useReference } from '../lib';

/** What each action of a case asks for; long forms are pages. */
export const caseForms: Readonly<Record<string, ActionForm<Case>>> = {
  assign: {
    aside: true,
    Fields: AssignFields,
    defaults: ({ workerAgencyId, workerUserId }) => ({
      agencyId: workerAgencyId ?? '',
      userId: workerUserId ?? '',
    }),
  },
  'open-emergency': { aside: true, Fields: OpenEmergencyFields },
  'record-safety-check': { page: ({ id }) => `/cases/${id}/safety-check` },
  'end-emergency': { Fields: EndEmergencyFields },
  assess: { page: ({ id }) => `/cases/${id}/assess` },
  'make-plan': { page: ({ id }) => `/cases/${id}/plan` },
  'complete-service': { Fields: CompleteServiceFields },
  'record-visit': { aside: true, page: ({ id }) => `/cases/${id}/visit` },
  'request-closing': { page: ({ id }) => `/cases/${id}/closing` },
  'sign-closing': { hint: 'closing.signHint' },
  'return-closing': { aside: true, Fields: ReturnClosingFields },
};

function AssignFields() {
  const t = useText();
  const reference = useReference();
  const agencyId = String(useFormContext().watch('agencyId') ?? '');
  const agencies = (reference?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  const users = (reference?.users ?? [])
    .filter((user) => user.agencyId === agencyId)
    .map(({ id, displayName }) => ({ code: id, name: displayName }));
  return (
    <>
      <FormSelect name="agencyId" label={t('case.workerAgency')} options={agencies} required />
      <FormSelect name="userId" label={t('case.workerUser')} options={users} empty={t('case.workerLater')} />
    </>
  );
}

function OpenEmergencyFields() {
  const t = useText();
  return <FormText name="reason" label={t('case.emergencyReason')} rows={3} required />;
}

function EndEmergencyFields() {
  const t = useText();
  return <FormText name="outcome" label={t('case.emergencyOutcome')} rows={3} required />;
}

function CompleteServiceFields({ record }: { record: Case }) {
  const t = useText();
  const open = (record.services ?? [])
    .filter(({ completedAt }) => completedAt === null)
    .map(({ id, supportTypeName, provider, dueOn }) => ({
      code: id,
      name: supportTypeName,
      about: `${provider} · ${t('plan.dueOn')} ${dueOn}`,
    }));
  return (
    <>
      <FormChoice name="serviceId" label={t('plan.service')} options={open} required />
      <FormText name="result" label={t('plan.result')} rows={3} required />
    </>
  );
}

function ReturnClosingFields() {
  const t = useText();
  return <FormText name="reason" label={t('closing.returnReason')} rows={3} required />;
}
