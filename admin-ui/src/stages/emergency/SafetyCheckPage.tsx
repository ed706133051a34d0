import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormChoice, FormInstant, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** 应急安全核查 (D05): see the child, then decide. */
export function SafetyCheckPage() {
  const t = useText();
  const decisions = useCodes('SAFETY_DECISIONS');
  return (
    <CaseActionPage
      action="record-safety-check"
      title={t('safety.title')}
      hint={t('safety.hint')}
      tab="assessments"
      defaults={() => ({})}
    >
      {() => (
        <>
          <Section title={t('safety.onSite')}>
            <FormInstant name="arrivedAt" label={t('safety.arrivedAt')} required present />
            <FormYesNo name="seenChild" label={t('visit.seenChild')} required />
            <FormYesNo
              name="spokeAlone"
              label={t('visit.spokeAlone')}
              help={t('visit.spokeAloneHelp')}
              required
            />
            <FormYesNo name="medicalNeeded" label={t('safety.medicalNeeded')} required />
            <FormText name="personsSeen" label={t('safety.personsSeen')} rows={2} maxLength={1000} />
            <FormText name="injuries" label={t('safety.injuries')} help={t('safety.injuriesHelp')} rows={2} />
            <FormText name="homeCondition" label={t('safety.homeCondition')} rows={2} />
            <FormText
              name="statements"
              label={t('safety.statements')}
              help={t('safety.statementsHelp')}
              rows={2}
              maxLength={500}
            />
            <FormText
              name="photos"
              label={t('safety.photos')}
              help={t('safety.photosHelp')}
              maxLength={300}
            />
          </Section>
          <Section title={t('safety.decisionTitle')}>
            <FormChoice name="decision" label={t('safety.decision')} options={decisions} required />
            <FormText name="decisionReason" label={t('safety.decisionReason')} rows={3} required />
            <ChildVoiceFields />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}
