import type { ActionForm } from '../../access';
import type { CaseTransfer } from '../../api';
import { FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useRegionChoices } from '../intake/use-region-choices';

/** What the receiving desk answers. */
export const transferForms: Readonly<Record<string, ActionForm<CaseTransfer>>> = {
  accept: { hint: 'transfer.acceptHint', Fields: AcceptFields },
  refuse: { aside: true, hint: 'transfer.refuseHint', Fields: RefuseFields },
};

function AcceptFields() {
  const t = useText();
  return (
    <>
      <FormSelect name="regionCode" label={t('transfer.region')} options={useRegionChoices()} />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}

function RefuseFields() {
  const t = useText();
  return <FormText name="reason" label={t('transfer.refuseReason')} rows={3} maxLength={1000} required />;
}
