import { useFieldArray, useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormDate, FormSelect, FormText } from '../../components/fields';
import { RepeatedGroup } from '../../components/RepeatedGroup';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';

interface PlanFormValues {
  goals: string;
  measures: string;
  services: { supportType: string; provider: string; dueOn: string }[];
}

const EMPTY_SERVICE = { supportType: '', provider: '', dueOn: '' };

/** 帮扶方案 (D15). */
export function PlanPage() {
  const t = useText();
  return (
    <CaseActionPage<PlanFormValues>
      action="make-plan"
      title={t('plan.title')}
      hint={t('plan.hint')}
      tab="plans"
      defaults={() => ({ services: [EMPTY_SERVICE] })}
    >
      {() => (
        <>
          <Section title={t('plan.goalsTitle')}>
            <FormText name="goals" label={t('plan.goals')} help={t('plan.goalsHelp')} rows={3} required />
            <FormText name="measures" label={t('plan.measures')} rows={3} required />
            <FormText name="emergencyPlan" label={t('plan.emergencyPlan')} rows={2} />
            <FormDate name="reviewOn" label={t('plan.reviewOn')} required />
            <ChildVoiceFields />
          </Section>
          <Section title={t('plan.services')}>
            <ServiceFields />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function ServiceFields() {
  const t = useText();
  const { control } = useFormContext<PlanFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'services' });
  const types = useCodes('SUPPORT_TYPES');
  return (
    <RepeatedGroup
      keys={fields.map(({ id }) => id)}
      title={(number) => t('plan.serviceNumber', { number })}
      addLabel={t('plan.addService')}
      onAdd={() => append(EMPTY_SERVICE)}
      onRemove={remove}
      min={1}
      max={20}
    >
      {(index) => (
        <>
          <FormSelect
            name={`services.${index}.supportType`}
            label={t('plan.supportType')}
            options={types}
            required
          />
          <FormText name={`services.${index}.provider`} label={t('plan.provider')} required maxLength={100} />
          <FormDate name={`services.${index}.dueOn`} label={t('plan.dueOn')} required />
        </>
      )}
    </RepeatedGroup>
  );
}
