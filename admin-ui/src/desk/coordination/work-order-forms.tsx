import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { WorkOrder } from '../../api';
import { FormChoice, FormInstant, FormSelect, FormText } from '../../components/fields';
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
  reissue: { Fields: ReissueFields },
  urge: { aside: true, Fields: UrgeFields },
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

function UrgeFields() {
  const t = useText();
  return <FormText name="note" label={t('field.note')} rows={3} maxLength={1000} />;
}
