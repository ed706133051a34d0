import type { ActionForm } from '../../../access';
import type { Campaign } from '../../../api';
import { FormDate, FormText } from '../../../components/fields';
import { useText } from '../../../i18n/use-text';

/** Every action on a screening. */
export const campaignForms: Readonly<Record<string, ActionForm<Campaign>>> = {
  publish: { hint: 'campaign.publish.hint' },
  revise: { aside: true, page: ({ id }) => `/campaigns/${id}/revise` },
  withdraw: { aside: true, Fields: WithdrawFields },
  // While villages work, ending is never the next step.
  close: { aside: isUnderWay, hint: 'campaign.close.hint', Fields: CloseFields },
  extend: { aside: true, defaults: ({ endsOn }) => ({ endsOn }), Fields: ExtendFields },
};

function isUnderWay({ sheets }: Campaign): boolean {
  return sheets?.some(({ state }) => state !== 'signed') ?? true;
}

function WithdrawFields() {
  const t = useText();
  return <FormText name="reason" label={t('campaign.withdraw.reason')} rows={3} maxLength={1000} required />;
}

function ExtendFields() {
  const t = useText();
  return (
    <>
      <FormDate name="endsOn" label={t('campaign.extend.on')} help={t('campaign.draw.endsHelp')} required />
      <FormText name="reason" label={t('campaign.extend.reason')} rows={3} maxLength={1000} required />
    </>
  );
}

function CloseFields() {
  const t = useText();
  return (
    <FormText name="conclusion" label={t('campaign.close.conclusion')} rows={4} maxLength={2000} required />
  );
}
