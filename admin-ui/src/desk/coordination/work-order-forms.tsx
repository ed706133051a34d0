import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { WorkOrder } from '../../api';
import { FormChoice, FormDate, FormInstant, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes, useReference } from '../../lib';

/** What each action of a work order asks for. */
export const workOrderForms: Readonly<Record<string, ActionForm<WorkOrder>>> = {
  accept: { hint: 'order.acceptHint' },
  return: { aside: true, Fields: ReturnFields },
  finish: { Fields: FinishFields },
  'record-on-behalf': {
    Fields: OnBehalfFields,
    hint: 'order.onBehalfHint',
    defaults: ({ state }) => ({ what: state === 'issued' ? 'accept' : 'finish' }),
  },
  'add-progress': { aside: true, Fields: ProgressFields },
  'set-expected': {
    group: 'order.groupMore',
    Fields: ExpectedFields,
    hint: 'order.expectedHint',
    defaults: ({ expectedOn }) => ({ expectedOn: expectedOn ?? '' }),
  },
  'hand-on': { group: 'order.groupMore', Fields: HandOnFields, hint: 'order.handOnHint' },
  reissue: { Fields: ReissueFields },
  rule: { Fields: RuleFields, hint: 'order.ruleHint' },
  urge: { aside: true, Fields: NoteFields },
  supervise: { group: 'order.groupMore', Fields: NoteFields, hint: 'order.superviseHint' },
  'ask-again': { aside: true, Fields: NoteFields, hint: 'order.askAgainHint' },
  'change-lead': { group: 'order.groupMore', Fields: NoteFields, hint: 'order.changeLeadHint' },
  cancel: { group: 'order.groupMore', Fields: CancelFields, hint: 'order.cancelHint' },
};

function useAgencyChoices(except: string) {
  const agencies = useReference()?.agencies ?? [];
  return agencies.filter(({ id }) => id !== except).map(({ id, name }) => ({ code: id, name }));
}

function ReturnFields({ record }: { record: WorkOrder }) {
  const t = useText();
  return (
    <>
      <FormChoice
        name="reasonCode"
        label={t('order.returnReason')}
        options={useCodes('RETURN_REASONS')}
        required
      />
      <FormText name="note" label={t('order.returnNote')} rows={3} required maxLength={1000} />
      <FormSelect
        name="suggestedAgencyId"
        label={t('order.suggested')}
        options={useAgencyChoices(record.agencyId)}
      />
    </>
  );
}

function FinishFields() {
  const t = useText();
  return (
    <FormText
      name="reply"
      label={t('order.reply')}
      help={t('order.replyHelp')}
      rows={5}
      required
      maxLength={5000}
    />
  );
}

function OnBehalfFields({ record }: { record: WorkOrder }) {
  const t = useText();
  const what = String(useFormContext().watch('what'));
  const options = [
    { code: 'accept', name: t('order.behalfAccept') },
    { code: 'finish', name: t('order.behalfFinish') },
  ].filter(({ code }) => code === 'finish' || record.state === 'issued');
  return (
    <>
      <FormChoice name="what" label={t('order.behalfWhat')} options={options} required inline />
      <FormText name="person" label={t('order.receiptPerson')} required maxLength={100} />
      <FormInstant name="at" label={t('order.receiptAt')} required present />
      <FormText name="receiptNo" label={t('order.receiptNo')} maxLength={100} />
      <FormText name="note" label={t('field.note')} rows={3} required={what === 'finish'} maxLength={5000} />
    </>
  );
}

function ReissueFields({ record }: { record: WorkOrder }) {
  const t = useText();
  return (
    <>
      <FormSelect
        name="agencyId"
        label={t('order.newAgency')}
        options={useAgencyChoices(record.agencyId)}
        required
      />
      <FormText name="note" label={t('field.note')} rows={3} maxLength={1000} />
    </>
  );
}

function NoteFields() {
  const t = useText();
  return <FormText name="note" label={t('field.note')} rows={3} maxLength={1000} />;
}

function ProgressFields() {
  const t = useText();
  return <FormText name="progress" label={t('order.progress')} rows={4} required maxLength={5000} />;
}

function ExpectedFields() {
  const t = useText();
  return (
    <>
      <FormDate name="expectedOn" label={t('order.expectedOn')} required />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}

function HandOnFields({ record }: { record: WorkOrder }) {
  const t = useText();
  const agencies = useReference()?.agencies ?? [];
  const below = agencies
    .filter(({ supervisorAgencyId }) => supervisorAgencyId === record.agencyId)
    .map(({ id, name }) => ({ code: id, name }));
  return (
    <>
      <FormSelect name="agencyId" label={t('order.subordinate')} options={below} required />
      <FormText name="note" label={t('field.note')} rows={3} maxLength={1000} />
    </>
  );
}

function RuleFields() {
  const t = useText();
  return (
    <>
      <FormSelect name="agencyId" label={t('order.ruledAgency')} options={useAgencyChoices('')} required />
      <FormText name="reason" label={t('order.rulingReason')} rows={4} required maxLength={2000} />
    </>
  );
}

function CancelFields() {
  const t = useText();
  return <FormText name="reason" label={t('order.cancelReason')} rows={3} required maxLength={1000} />;
}
