import { Section } from '../../components';
import { FormInstant, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { CaseActionPage } from '../CaseActionPage';

/** 登记孩子死亡: the report of a grave event, after which the file is frozen. */
export function DeathPage() {
  const t = useText();
  return (
    <CaseActionPage
      action="record-death"
      title={t('death.title')}
      hint={t('death.hint')}
      tab="aftercare"
      defaults={() => ({})}
    >
      {() => (
        <Section title={t('death.heading')}>
          <FormInstant name="diedAt" label={t('death.diedAt')} required />
          <FormText name="place" label={t('death.place')} required maxLength={500} />
          <FormText
            name="circumstances"
            label={t('death.circumstances')}
            rows={5}
            required
            maxLength={5000}
          />
          <FormText
            name="reportedTo"
            label={t('death.reportedTo')}
            help={t('death.reportedToHelp')}
            required
            maxLength={500}
          />
          <FormInstant name="reportedAt" label={t('death.reportedAt')} required present />
        </Section>
      )}
    </CaseActionPage>
  );
}
