import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';

/** 应急处置. */
export const emergencyForms: Readonly<Record<string, ActionForm<Case>>> = {
  'open-emergency': { aside: true, Fields: OpenEmergencyFields },
  'record-safety-check': { page: ({ id }) => `/cases/${id}/safety-check` },
  'end-emergency': { Fields: EndEmergencyFields },
};

function OpenEmergencyFields() {
  const t = useText();
  return <FormText name="reason" label={t('case.emergencyReason')} rows={3} required />;
}

function EndEmergencyFields() {
  const t = useText();
  return <FormText name="outcome" label={t('case.emergencyOutcome')} rows={3} required />;
}
