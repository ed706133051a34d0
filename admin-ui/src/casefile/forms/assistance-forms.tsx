import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormChoice, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';

/** 评估帮扶. */
export const assistanceForms: Readonly<Record<string, ActionForm<Case>>> = {
  assess: { page: ({ id }) => `/cases/${id}/assess` },
  'make-plan': { page: ({ id }) => `/cases/${id}/plan` },
  'complete-service': { Fields: CompleteServiceFields },
};

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
