import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormInstant, FormSelect, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** 未成年人护送交接书 (D07). */
export function HandoverPage() {
  const t = useText();
  const givers = useCodes('HANDOVER_FROM');
  const receivers = useCodes('HANDOVER_TO').filter(({ code }) => code !== 'GUARDIAN');
  return (
    <CaseActionPage
      action="record-handover"
      title={t('care.handover.title')}
      hint={t('care.handover.hint')}
      tab="care"
      defaults={() => ({ fromParty: 'POLICE' })}
    >
      {() => (
        <>
          <Section title={t('care.handover.who')}>
            <FormSelect name="fromParty" label={t('care.handover.from')} options={givers} required />
            <FormSelect
              name="toParty"
              label={t('care.handover.to')}
              help={t('care.handover.toHelp')}
              options={receivers}
              required
            />
            <FormText name="reason" label={t('care.handover.reason')} rows={2} required />
            <FormYesNo name="rightsNotice" label={t('care.handover.rightsNotice')} required />
            <FormYesNo
              name="guardianInformed"
              label={t('care.handover.guardianInformed')}
              help={t('care.handover.guardianHelp')}
              required
            />
          </Section>
          <PaperFields />
        </>
      )}
    </CaseActionPage>
  );
}

/** 送回监护人 (D14). */
export function ReturnHomePage() {
  const t = useText();
  return (
    <CaseActionPage
      action="return-home"
      title={t('care.home.title')}
      hint={t('care.home.hint')}
      tab="care"
      defaults={() => ({})}
    >
      {() => (
        <>
          <PaperFields />
          <Section title={t('care.home.promise')}>
            <FormText name="commitment" label={t('care.home.commitment')} rows={3} required />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

/** What every hand-over paper says, signed by both sides. */
function PaperFields() {
  const t = useText();
  return (
    <Section title={t('care.handover.paper')}>
      <FormInstant name="handedAt" label={t('care.handover.at')} required present />
      <FormText name="place" label={t('care.handover.place')} maxLength={300} required />
      <FormText name="health" label={t('care.handover.health')} rows={2} maxLength={1000} required />
      <FormText name="belongings" label={t('care.handover.belongings')} rows={2} maxLength={1000} />
      <ChildVoiceFields />
      <FormText name="handedBy" label={t('care.handover.handedBy')} maxLength={100} required />
      <FormText name="receivedBy" label={t('care.handover.receivedBy')} maxLength={100} required />
    </Section>
  );
}
