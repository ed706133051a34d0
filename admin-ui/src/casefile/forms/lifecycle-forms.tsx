import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';

/** 结案、回访、中止、转出、冻结、归档. */
export const lifecycleForms: Readonly<Record<string, ActionForm<Case>>> = {
  'request-closing': { page: ({ id }) => `/cases/${id}/closing` },
  'sign-closing': { hint: 'closing.signHint' },
  'return-closing': { aside: true, Fields: ReturnClosingFields },
};

function ReturnClosingFields() {
  const t = useText();
  return <FormText name="reason" label={t('closing.returnReason')} rows={3} required />;
}
