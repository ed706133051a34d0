import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { Report } from '../../api';
import { FormChecks, FormChoice, FormInstant, FormSelect, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { TicketFields } from './TicketFields';
import { formatInstant, useCodes, useReference } from '../../lib';

const OTHER = 'OTHER';
const group = 'road.group';

/** The roads that are rarely the next step stand in one menu; deciding on a waiting one stands out. */
export const roadForms: Readonly<Record<string, ActionForm<Report>>> = {
  'propose-screen-out': { group, hint: 'road.screenHint', Fields: ScreenOutFields },
  'confirm-screen-out': { hint: 'road.confirmHint', Fields: ConfirmFields },
  'return-screen-out': { Fields: ReturnFields },
  // The reporter is owed an answer first.
  revive: { aside: true, hint: 'road.reviveHint', Fields: ReviveFields },
  'answer-consult': { group, hint: 'road.answerHint', Fields: AnswerFields },
  'mark-duplicate': {
    group,
    hint: 'road.duplicateHint',
    Fields: DuplicateFields,
    toBody: ({ earlier, reportNo, reason }) => ({
      reportNo: earlier === undefined || earlier === OTHER ? reportNo : earlier,
      reason,
    }),
  },
  'transfer-out': { group, hint: 'road.transferHint', Fields: TransferFields },
  'confirm-transfer': { Fields: AcceptedFields },
  'refuse-transfer': { Fields: RefusedFields },
  'record-filing': {
    hint: 'road.filingHint',
    Fields: FilingFields,
    defaults: ({ authorityKind }) => ({ authorityKind: authorityKind ?? '' }),
  },
  'record-ticket': {
    group,
    hint: 'ticket.hint',
    Fields: TicketFields,
    defaults: ({ channel }) => ({ kind: channel === 'PETITION' ? 'PETITION_RECEIVED' : 'DISPATCHED' }),
  },
  retract: { aside: true, hint: 'road.retractHint', Fields: RetractFields },
};

function ScreenOutFields() {
  const t = useText();
  return (
    <>
      <FormChecks
        name="checks"
        label={t('road.checks')}
        help={t('road.checksHelp')}
        options={useCodes('SCREEN_OUT_CHECKS')}
        required
      />
      <FormText name="reason" label={t('road.screenReason')} rows={4} required />
    </>
  );
}

function ConfirmFields() {
  const t = useText();
  return <FormText name="remark" label={t('road.remark')} rows={2} maxLength={1000} />;
}

function ReturnFields() {
  const t = useText();
  return <FormText name="remark" label={t('road.returnReason')} rows={3} required maxLength={1000} />;
}

function ReviveFields() {
  const t = useText();
  return <FormText name="reason" label={t('road.reviveReason')} rows={3} required maxLength={1000} />;
}

function AnswerFields() {
  const t = useText();
  return <FormText name="answer" label={t('road.answer')} rows={5} required maxLength={1000} />;
}

/** Reports found by the child are offered; any other is named by its number. */
function DuplicateFields({ record }: { record: Report }) {
  const t = useText();
  const earlier = (record.related?.reports ?? []).filter(({ reportedAt }) => reportedAt <= record.reportedAt);
  const options = [
    ...earlier.map(({ reportNo, reportedAt, stateName }) => ({
      code: reportNo,
      name: reportNo,
      about: `${formatInstant(reportedAt)} · ${stateName}`,
    })),
    { code: OTHER, name: t('road.otherReport') },
  ];
  const chosen: unknown = useFormContext().watch('earlier');
  return (
    <>
      {earlier.length > 0 && (
        <FormChoice name="earlier" label={t('road.duplicateOf')} options={options} required />
      )}
      {(earlier.length === 0 || chosen === OTHER) && (
        <FormText name="reportNo" label={t('road.otherReportNo')} required maxLength={30} />
      )}
      <FormText name="reason" label={t('road.duplicateReason')} rows={3} required maxLength={1000} />
    </>
  );
}

function TransferFields() {
  const t = useText();
  const agencies = (useReference()?.agencies ?? []).map(({ id, name }) => ({ code: id, name }));
  return (
    <>
      <FormSelect name="agencyId" label={t('road.transferAgency')} options={agencies} />
      <FormText
        name="receiver"
        label={t('road.transferReceiver')}
        help={t('road.transferReceiverHelp')}
        maxLength={200}
      />
      <FormText name="reason" label={t('road.transferReason')} rows={3} required maxLength={1000} />
      <FormText name="materials" label={t('road.transferMaterials')} rows={2} maxLength={500} />
    </>
  );
}

function AcceptedFields() {
  const t = useText();
  return (
    <>
      <FormInstant name="repliedAt" label={t('road.repliedAt')} required present />
      <FormText name="person" label={t('road.person')} required maxLength={50} />
      <FormText name="receiptNo" label={t('road.receiptNo')} maxLength={100} />
    </>
  );
}

function RefusedFields() {
  const t = useText();
  return (
    <>
      <FormInstant name="repliedAt" label={t('road.repliedAt')} required present />
      <FormText name="reason" label={t('road.refusal')} rows={3} required maxLength={1000} />
      <FormText name="person" label={t('road.person')} maxLength={50} />
    </>
  );
}

function FilingFields() {
  const t = useText();
  return (
    <>
      <FormSelect
        name="authorityKind"
        label={t('road.authority')}
        options={useCodes('AUTHORITIES')}
        required
      />
      <FormInstant name="toldAt" label={t('road.toldAt')} required present />
      <FormText name="receiptNo" label={t('road.authorityReceiptNo')} maxLength={100} />
    </>
  );
}

function RetractFields() {
  const t = useText();
  return <FormText name="reason" label={t('road.retractReason')} rows={3} required maxLength={1000} />;
}
