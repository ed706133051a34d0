import { Typography } from '@mui/material';
import { useFieldArray, useFormContext } from 'react-hook-form';
import { CaseActionPage } from '../../casefile/CaseActionPage';
import type { Case, Conference } from '../../api';
import { Section } from '../../components';
import {
  ChildVoiceFields,
  FormChoice,
  FormDate,
  FormInstant,
  FormSelect,
  FormText,
  FormYesNo,
} from '../../components/fields';
import { RepeatedGroup } from '../../components/RepeatedGroup';
import { useText } from '../../i18n/use-text';
import { useReference } from '../../lib';

interface ConclusionFormValues {
  heldAt: string;
  opinions: { participantId: string; present?: boolean; opinion?: string }[];
  conclusion: string;
  confidentiality: string;
  tasks: { agencyId: string; what: string; dueOn: string }[];
}

const EMPTY_TASK = { agencyId: '', what: '', dueOn: '' };
const CONCLUSIONS = ['return', 'continue', 'revoke', 'other'] as const;

/** The conference that waits for its conclusion. */
function openConference({ conferences }: Case): Conference | undefined {
  return conferences?.find(({ state }) => state === 'convened');
}

/** 会商结论 (D13): who came, what each said, what was decided, who does what. */
export function ConclusionPage() {
  const t = useText();
  return (
    <CaseActionPage<ConclusionFormValues>
      action="conclude-conference"
      title={t('conference.concludeTitle')}
      hint={t('conference.concludeHint')}
      tab="conferences"
      defaults={(file) => ({
        heldAt: openConference(file)?.meetsAt ?? '',
        opinions: (openConference(file)?.participants ?? []).map(({ id }) => ({ participantId: id })),
        confidentiality: t('conference.confidentialityUsual'),
        tasks: [],
      })}
    >
      {(file) => (
        <>
          <Section title={t('conference.opinions')}>
            <FormInstant name="heldAt" label={t('conference.heldAt')} required />
            {openConference(file)?.participants.map(({ id, name }, index) => (
              <OpinionFields key={id} index={index} name={name} />
            ))}
          </Section>
          <Section title={t('conference.conclusionTitle')}>
            <ConclusionFields />
            <ChildVoiceFields />
            <FormText
              name="confidentiality"
              label={t('conference.confidentiality')}
              rows={2}
              maxLength={1000}
              required
            />
          </Section>
          <Section title={t('conference.tasks')}>
            <Typography sx={{ color: 'text.secondary', mb: 2 }}>{t('conference.tasksHelp')}</Typography>
            <TaskFields />
          </Section>
        </>
      )}
    </CaseActionPage>
  );
}

function OpinionFields({ index, name }: { index: number; name: string }) {
  const t = useText();
  const present: unknown = useFormContext().watch(`opinions.${index}.present`);
  return (
    <>
      <FormYesNo name={`opinions.${index}.present`} label={t('conference.came', { name })} required />
      {present === true && (
        <FormText
          name={`opinions.${index}.opinion`}
          label={t('conference.opinionOf', { name })}
          rows={2}
          maxLength={5000}
          required
        />
      )}
    </>
  );
}

function ConclusionFields() {
  const t = useText();
  const conclusion: unknown = useFormContext().watch('conclusion');
  const choices = CONCLUSIONS.map((code) => ({ code, name: t(`conference.conclusion.${code}`) }));
  return (
    <>
      <FormText name="facts" label={t('conference.facts')} rows={3} maxLength={5000} required />
      <FormText name="dissent" label={t('conference.dissent')} rows={2} maxLength={5000} />
      <FormChoice name="conclusion" label={t('conference.conclusionLabel')} options={choices} required />
      {conclusion === 'return' && (
        <>
          <FormYesNo name="dangerRemoved" label={t('conference.dangerRemoved')} required />
          <FormYesNo name="guardianAble" label={t('conference.guardianAble')} required />
        </>
      )}
      <FormText name="explanation" label={t('conference.explanation')} rows={3} maxLength={5000} required />
    </>
  );
}

function TaskFields() {
  const t = useText();
  const { control } = useFormContext<ConclusionFormValues>();
  const { fields, append, remove } = useFieldArray({ control, name: 'tasks' });
  const agencies = (useReference()?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  return (
    <RepeatedGroup
      keys={fields.map(({ id }) => id)}
      title={(number) => t('conference.taskNumber', { number })}
      addLabel={t('conference.addTask')}
      onAdd={() => append(EMPTY_TASK)}
      onRemove={remove}
      min={0}
      max={30}
    >
      {(index) => (
        <>
          <FormSelect
            name={`tasks.${index}.agencyId`}
            label={t('conference.taskAgency')}
            options={agencies}
            required
          />
          <FormText name={`tasks.${index}.what`} label={t('conference.taskWhat')} rows={2} required />
          <FormDate name={`tasks.${index}.dueOn`} label={t('conference.dueOn')} required />
        </>
      )}
    </RepeatedGroup>
  );
}
