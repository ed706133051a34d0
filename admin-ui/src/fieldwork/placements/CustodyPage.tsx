import { Alert } from '@mui/material';
import { useFormContext } from 'react-hook-form';
import { serverNow } from '../../api';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormChecks, FormDate, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { dateOf, useCodes } from '../../lib';

interface CustodyFormValues {
  reasons: string[];
  startedOn: string;
}

/** Situations in which the guardian is the danger: nobody is told before somebody thought about it. */
const GUARDIAN_IS_DANGER = ['TC5', 'TC6'];

/** 决定临时监护 (D08). */
export function CustodyPage() {
  const t = useText();
  const reasons = useCodes('TEMP_CUSTODY_REASONS');
  return (
    <CaseActionPage<CustodyFormValues>
      action="decide-custody"
      title={t('care.custody.title')}
      hint={t('care.custody.hint')}
      tab="care"
      defaults={() => ({ reasons: [], startedOn: dateOf(serverNow()) })}
    >
      {() => (
        <>
          <Section title={t('care.custody.why')}>
            <FormChecks name="reasons" label={t('care.custody.reasons')} options={reasons} required />
            <FormText name="facts" label={t('care.custody.facts')} rows={4} maxLength={4000} required />
            <FormDate name="startedOn" label={t('care.custody.startedOn')} required present />
            <ChildVoiceFields />
          </Section>
          <Section title={t('care.custody.guardian')}>
            <GuardianFields />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function GuardianFields() {
  const t = useText();
  const form = useFormContext();
  const chosen = (form.watch('reasons') ?? []) as string[];
  const told = form.watch('guardianTold') as boolean | undefined;
  const isDanger = chosen.some((reason) => GUARDIAN_IS_DANGER.includes(reason));
  return (
    <>
      {isDanger && (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {t('care.custody.danger')}
        </Alert>
      )}
      <FormYesNo name="guardianTold" label={t('care.custody.guardianTold')} required />
      {told !== undefined && (
        <FormText
          name="guardianNotice"
          label={t(told ? 'care.custody.howTold' : 'care.custody.whyNotTold')}
          rows={2}
          required
        />
      )}
    </>
  );
}
