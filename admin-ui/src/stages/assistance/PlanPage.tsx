import { Alert } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import { Section } from '../../components';
import { ChildVoiceFields, FormDate, FormSelect, FormText, FormYesNo } from '../../components/fields';
import { RepeatedGroup } from '../../components/RepeatedGroup';
import { useText } from '../../i18n/use-text';
import { useCodes, useReference, useSession } from '../../lib';

interface PlanFormValues {
  goals: { goal: string; measures: string; owner: string; dueOn: string; resources: string }[];
  services: { supportType: string; providerAgencyId: string; provider: string; dueOn: string }[];
}

const EMPTY_GOAL = { goal: '', measures: '', owner: '', dueOn: '', resources: '' };
const EMPTY_SERVICE = { supportType: '', providerAgencyId: '', provider: '', dueOn: '' };

/** 帮扶方案 (D15). */
export function PlanPage() {
  const t = useText();
  const approves = useSession().permissions.includes('case.approve-plan');
  return (
    <CaseActionPage<PlanFormValues>
      action="make-plan"
      title={t('plan.title')}
      hint={t('plan.hint')}
      tab="plans"
      defaults={() => ({ goals: [EMPTY_GOAL], services: [EMPTY_SERVICE] })}
    >
      {(record) => (
        <>
          {!approves && (
            <Alert severity="info" sx={{ mb: 2 }}>
              {t('plan.draftHint')}
            </Alert>
          )}
          <Section title={t('plan.goalsTitle')}>
            <GoalFields />
          </Section>
          <Section title={t('plan.services')}>
            <ServiceFields />
          </Section>
          <Section title={t('plan.familyTitle')}>
            <ChildVoiceFields />
            <InformedFields />
            <FormText name="familyView" label={t('plan.familyView')} rows={2} />
          </Section>
          <Section title={t('plan.safetyTitle')}>
            <FormText name="emergencyPlan" label={t('plan.emergencyPlan')} rows={2} />
            {record.deadlines?.some(({ ruleId, state }) => ruleId === 'DL-048' && state === 'running') && (
              <FormText
                name="adulthood"
                label={t('plan.adulthood')}
                help={t('plan.adulthoodHelp')}
                rows={3}
                maxLength={2000}
              />
            )}
            <FormDate name="reviewOn" label={t('plan.reviewOn')} required />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function GoalFields() {
  const t = useText();
  const { control } = useFormContext<PlanFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'goals' });
  return (
    <RepeatedGroup
      keys={fields.map(({ id }) => id)}
      title={(number) => t('plan.goalNumber', { number })}
      addLabel={t('plan.addGoal')}
      onAdd={() => append(EMPTY_GOAL)}
      onRemove={remove}
      min={1}
      max={10}
    >
      {(index) => (
        <>
          <FormText name={`goals.${index}.goal`} label={t('plan.goal')} help={t('plan.goalHelp')} required />
          <FormText name={`goals.${index}.measures`} label={t('plan.measures')} rows={2} required />
          <FormText name={`goals.${index}.owner`} label={t('plan.owner')} required maxLength={200} />
          <FormDate name={`goals.${index}.dueOn`} label={t('plan.goalDueOn')} required />
          <FormText name={`goals.${index}.resources`} label={t('plan.resources')} />
        </>
      )}
    </RepeatedGroup>
  );
}

function ServiceFields() {
  const t = useText();
  const { control, watch } = useFormContext<PlanFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'services' });
  const types = useCodes('SUPPORT_TYPES');
  const agencies = (useReference()?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  const services = watch('services');
  return (
    <RepeatedGroup
      keys={fields.map(({ id }) => id)}
      title={(number) => t('plan.serviceNumber', { number })}
      addLabel={t('plan.addService')}
      onAdd={() => append(EMPTY_SERVICE)}
      onRemove={remove}
      min={1}
      max={30}
    >
      {(index) => (
        <>
          <FormSelect
            name={`services.${index}.supportType`}
            label={t('plan.supportType')}
            options={types}
            required
          />
          <FormSelect
            name={`services.${index}.providerAgencyId`}
            label={t('plan.providerAgency')}
            options={agencies}
            empty={t('plan.otherProvider')}
            unmarked
          />
          {(services[index]?.providerAgencyId ?? '') === '' && (
            <FormText
              name={`services.${index}.provider`}
              label={t('plan.provider')}
              required
              maxLength={200}
            />
          )}
          <FormDate name={`services.${index}.dueOn`} label={t('plan.dueOn')} required />
        </>
      )}
    </RepeatedGroup>
  );
}

/** 接下来会发生什么: told to the child, or the reason why not. */
function InformedFields() {
  const t = useText();
  const informed: unknown = useFormContext().watch('childInformed');
  return (
    <>
      <FormYesNo
        name="childInformed"
        label={t('plan.childInformed')}
        help={t('plan.childInformedHelp')}
        required
      />
      {informed === false && (
        <FormText name="notInformedReason" label={t('plan.notInformedReason')} rows={2} required />
      )}
    </>
  );
}
