import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormChecks, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** 应急处置. */
export const emergencyForms: Readonly<Record<string, ActionForm<Case>>> = {
  'open-emergency': { aside: true, Fields: OpenEmergencyFields },
  'record-safety-check': {
    // Once the child was seen, the doctor, the placement or the end of the emergency is what comes next.
    aside: ({ safetyChecks }) => safetyChecks?.some(({ seenChild }) => seenChild) === true,
    page: ({ id }) => `/cases/${id}/safety-check`,
  },
  'end-emergency': { Fields: EndEmergencyFields },
};

function OpenEmergencyFields() {
  const t = useText();
  const triggers = useCodes('EMERGENCY_TRIGGERS').map(({ code, name, note }) => ({
    code,
    name,
    ...(note === undefined ? {} : { about: note }),
  }));
  return (
    <>
      <FormChecks name="triggers" label={t('case.emergencyTriggers')} options={triggers} required />
      <FormText name="reason" label={t('case.emergencyReason')} rows={3} required />
    </>
  );
}

function EndEmergencyFields() {
  const t = useText();
  return <FormText name="outcome" label={t('case.emergencyOutcome')} rows={3} required />;
}
