import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormChoice, FormText } from '../../components/fields';
import { ProceedingFields } from '../../fieldwork/proceedings/ProceedingFields';
import {
  DecideFields,
  DutyFields,
  EndFields,
  ExtendFields,
  ServeFields,
} from '../../stages/guardianship/MeasureStepFields';
import { useText } from '../../i18n/use-text';

const GROUP = 'action.groupGuardianship';

/** 监护干预、会商、法律程序. */
export const guardianshipForms: Readonly<Record<string, ActionForm<Case>>> = {
  'open-guardianship': { group: GROUP, Fields: OpenFields },
  'issue-measure': { group: GROUP, page: ({ id }) => `/cases/${id}/measure` },
  'decide-measure': { group: GROUP, Fields: DecideFields },
  'serve-measure': { group: GROUP, Fields: ServeFields },
  'extend-measure': { group: GROUP, Fields: ExtendFields },
  'end-measure': { group: GROUP, Fields: EndFields },
  'record-guardian-duty': { group: GROUP, Fields: DutyFields },
  'end-guardianship': { group: GROUP, Fields: EndStageFields },
  'convene-conference': { group: GROUP, page: ({ id }) => `/cases/${id}/conference` },
  'conclude-conference': {
    // Called together, it waits for its conclusion.
    group: ({ conferences }) => (conferences?.some(({ state }) => state === 'convened') ? undefined : GROUP),
    page: ({ id }) => `/cases/${id}/conference-conclusion`,
  },
  'cancel-conference': { group: GROUP, Fields: CancelConferenceFields },
  'complete-task': { group: GROUP, Fields: CompleteTaskFields },
  'record-proceeding': { group: GROUP, Fields: ProceedingFields },
};

function CancelConferenceFields() {
  const t = useText();
  return <FormText name="reason" label={t('conference.cancelReason')} rows={2} required />;
}

function CompleteTaskFields({ record }: { record: Case }) {
  const t = useText();
  const all = (record.conferences ?? record.invitations ?? []).flatMap(({ tasks }) => tasks);
  const open = all
    .filter(({ state }) => state === 'open')
    .map(({ id, what, agencyName, dueOn }) => ({
      code: id,
      name: what,
      about: `${agencyName} · ${t('conference.dueOn')} ${dueOn}`,
    }));
  return (
    <>
      <FormChoice name="taskId" label={t('conference.task')} options={open} required />
      <FormText name="result" label={t('conference.taskResult')} rows={3} required />
    </>
  );
}

function OpenFields() {
  const t = useText();
  return <FormText name="reason" label={t('measure.openReason')} rows={3} required />;
}

function EndStageFields() {
  const t = useText();
  return <FormText name="outcome" label={t('measure.outcome')} rows={3} required />;
}
