import { useFormContext } from 'react-hook-form';
import { FormChoice, FormInstant, FormSelect, FormText, FormYesNo } from '../../components/fields';
import { useText } from '../../i18n/use-text';

/** The steps in the order of their road, as the API names them. */
const STEPS = [
  'DISPATCHED',
  'SIGNED',
  'SIGNED_MAJOR',
  'OPINION',
  'ANSWERED',
  'PETITION_RECEIVED',
  'PETITION_ACCEPTED',
  'PETITION_REFUSED',
  'PETITION_LONGER',
  'PETITION_ANSWERED',
  'PETITION_REVIEW',
  'PETITION_REVIEWED',
] as const;
const MATTERS = ['CONSULT', 'HELP', 'COMPLAINT'] as const;

/** 12345 工单、信访: which step was taken, and what decides how long the next one may take. */
export function TicketFields() {
  const t = useText();
  const kind = String(useFormContext().watch('kind') ?? '');
  return (
    <>
      <FormSelect
        name="kind"
        label={t('ticket.kind')}
        options={STEPS.map((code) => ({ code, name: t(`ticket.step.${code}`) }))}
        required
      />
      <FormInstant name="happenedAt" label={t('ticket.happenedAt')} required present />
      {kind === 'DISPATCHED' && (
        <FormYesNo name="urgent" label={t('ticket.urgent')} help={t('ticket.urgentHelp')} />
      )}
      {(kind === 'SIGNED' || kind === 'SIGNED_MAJOR') && (
        <FormChoice
          name="matter"
          label={t('ticket.matter')}
          options={MATTERS.map((code) => ({ code, name: t(`ticket.matters.${code}`) }))}
          required
        />
      )}
      <FormText name="number" label={t('ticket.number')} maxLength={100} />
      <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />
    </>
  );
}
