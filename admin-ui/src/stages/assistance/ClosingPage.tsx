import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormCheck, FormChoice, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

interface ClosingFormValues {
  reason: string;
  riskLevel: string;
  checklist: Record<string, boolean>;
  note: string;
}

/** A move and a death have actions of their own. */
const OTHER_ROADS: ReadonlySet<string> = new Set(['MOVED', 'DIED']);

/** 申请结案: a reason, the risk as it is now, and the list of what must be true. */
export function ClosingPage() {
  const t = useText();
  const reasons = useCodes('CLOSE_REASONS').filter(({ code }) => !OTHER_ROADS.has(code));
  const levels = useCodes('RISK_LEVELS');
  const checks = useCodes('CLOSING_CHECKS');
  return (
    <CaseActionPage<ClosingFormValues>
      action="request-closing"
      title={t('closing.title')}
      hint={t('closing.hint')}
      tab="closing"
      defaults={({ riskLevel }) => ({ riskLevel: riskLevel ?? '', checklist: {} })}
      toBody={(values) => ({
        ...values,
        // A box that was never touched is a no, not an absence.
        checklist: Object.fromEntries(checks.map(({ code }) => [code, values.checklist[code] === true])),
      })}
    >
      {() => (
        <>
          <Section title={t('closing.why')}>
            <FormChoice name="reason" label={t('closing.reason')} options={reasons} required />
            <FormSelect name="riskLevel" label={t('closing.riskLevel')} options={levels} required />
            <FormText name="note" label={t('closing.note')} rows={4} required />
            <ChildVoiceFields />
          </Section>
          <Section title={t('closing.checklist')}>
            {checks.map(({ code, name }) => (
              <FormCheck key={code} name={`checklist.${code}`} label={name} />
            ))}
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}
