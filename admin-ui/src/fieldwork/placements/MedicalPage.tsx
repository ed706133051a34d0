import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { FormChoice, FormInstant, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

/** 就医、体检记录 (D06). */
export function MedicalPage() {
  const t = useText();
  const kinds = useCodes('MEDICAL_KINDS');
  const authorisers = useCodes('MEDICAL_AUTHORISERS');
  const bearers = useCodes('COST_BEARERS');
  return (
    <CaseActionPage
      action="record-medical"
      title={t('care.medical.title')}
      hint={t('care.medical.hint')}
      tab="care"
      defaults={() => ({ kind: 'TREATMENT' })}
    >
      {() => (
        <>
          <Section title={t('care.medical.visit')}>
            <FormChoice name="kind" label={t('care.medical.kind')} options={kinds} inline required />
            <FormInstant name="visitedAt" label={t('care.medical.visitedAt')} required present />
            <FormText name="hospital" label={t('care.medical.hospital')} maxLength={200} required />
            <FormText name="injuries" label={t('safety.injuries')} rows={2} />
            <FormText name="diagnosis" label={t('care.medical.diagnosis')} rows={2} required />
            <FormText name="treatment" label={t('care.medical.treatment')} rows={2} />
          </Section>
          <Section title={t('care.medical.consent')}>
            <FormSelect
              name="authorisedBy"
              label={t('care.medical.authorisedBy')}
              options={authorisers}
              required
            />
            <FormText name="authoriserName" label={t('care.medical.authoriserName')} maxLength={100} />
            <FormSelect name="costBearer" label={t('care.medical.costBearer')} options={bearers} required />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}
