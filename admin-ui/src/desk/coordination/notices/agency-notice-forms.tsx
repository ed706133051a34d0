import type { ActionForm } from '../../../access';
import type { AgencyNotice } from '../../../api';
import { FormChoice, FormInstant, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';

/** What each action of a notice asks for; `read` is opening it, and the desk's exclusion withdraws it. */
export const agencyNoticeForms: Readonly<Record<string, ActionForm<AgencyNotice>>> = {
  'record-told': { Fields: ToldFields, hint: 'inform.tellHint', defaults: () => ({ how: 'phone' }) },
};

function ToldFields() {
  const t = useText();
  const options = (['phone', 'visit', 'letter'] as const).map((code) => ({
    code,
    name: t(`inform.how.${code}`),
  }));
  return (
    <>
      <FormChoice name="how" label={t('inform.tellHow')} options={options} required inline />
      <FormText name="person" label={t('inform.tellPerson')} required maxLength={100} />
      <FormInstant name="at" label={t('inform.tellAt')} required present />
    </>
  );
}
