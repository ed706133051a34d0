import { useFormContext } from 'react-hook-form';
import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormChoice, FormDate, FormInstant, FormText } from '../../components/fields';
import { useText } from '../../i18n/use-text';
import { useCodes } from '../../lib';
import { ArchiveFields, linesOf, papersOf } from './ArchiveFields';

/** 结案、回访、中止、转出、冻结、归档. What is rarely the next step stands in the menu. */
export const lifecycleForms: Readonly<Record<string, ActionForm<Case>>> = {
  'record-follow-up': { page: ({ id }) => `/cases/${id}/follow-up` },
  'request-closing': { page: ({ id }) => `/cases/${id}/closing` },
  'endorse-closing': { hint: 'lifecycle.endorseHint', Fields: EndorseFields },
  'sign-closing': { hint: 'closing.signHint' },
  'return-closing': { aside: true, Fields: ReturnClosingFields },
  suspend: { group: 'action.groupLifecycle', hint: 'suspension.hint', Fields: SuspendFields },
  resume: { Fields: ResumeFields },
  'request-transfer': { group: 'action.groupLifecycle', page: ({ id }) => `/cases/${id}/transfer` },
  'record-transfer-reply': { hint: 'transfer.replyHint', Fields: TransferReplyFields },
  'withdraw-transfer': {
    group: 'action.groupLifecycle',
    hint: 'transfer.withdrawHint',
    Fields: WithdrawTransferFields,
  },
  'complete-transfer': { hint: 'transfer.completeHint', Fields: CompleteTransferFields },
  reopen: { group: 'action.groupLifecycle', hint: 'reopen.hint', Fields: ReopenFields },
  'record-death': { group: 'action.groupLifecycle', page: ({ id }) => `/cases/${id}/death` },
  'review-death': { hint: 'death.reviewHint', Fields: ReviewDeathFields },
  archive: {
    aside: true,
    hint: 'archive.hint',
    Fields: ArchiveFields,
    defaults: (file, t) => ({ documents: papersOf(file, t).join('\n') }),
    toBody: ({ documents, ...values }) => ({ ...values, documents: linesOf(documents) }),
  },
};

function EndorseFields() {
  const t = useText();
  return <FormText name="note" label={t('lifecycle.endorsement')} rows={3} />;
}

function ReturnClosingFields() {
  const t = useText();
  return <FormText name="reason" label={t('closing.returnReason')} rows={3} required />;
}

function SuspendFields() {
  const t = useText();
  return (
    <>
      <FormChoice
        name="reason"
        label={t('suspension.reason')}
        options={useCodes('SUSPEND_REASONS')}
        required
      />
      <FormDate
        name="nextCheckOn"
        label={t('suspension.nextCheckOn')}
        help={t('suspension.nextCheckHelp')}
        required
      />
      <FormText name="note" label={t('suspension.note')} help={t('suspension.noteHelp')} rows={3} required />
    </>
  );
}

function ResumeFields() {
  const t = useText();
  return <FormText name="reason" label={t('suspension.resumeReason')} rows={3} required />;
}

function TransferReplyFields() {
  const t = useText();
  const refused = useFormContext().watch('decision') === 'refused';
  const options = (['accepted', 'refused'] as const).map((code) => ({ code, name: t(`transfer.${code}`) }));
  return (
    <>
      <FormChoice name="decision" label={t('transfer.decision')} options={options} inline required />
      <FormText name="person" label={t('transfer.person')} required maxLength={100} />
      <FormInstant name="at" label={t('transfer.at')} required present />
      <FormText name="receiptNo" label={t('transfer.receiptNo')} maxLength={100} />
      <FormText name="note" label={t('transfer.replyNote')} rows={3} required={refused} maxLength={1000} />
    </>
  );
}

function WithdrawTransferFields() {
  const t = useText();
  return <FormText name="reason" label={t('transfer.withdrawReason')} rows={3} required maxLength={1000} />;
}

function CompleteTransferFields() {
  const t = useText();
  return <FormText name="note" label={t('field.note')} rows={2} maxLength={1000} />;
}

function ReopenFields() {
  const t = useText();
  return <FormText name="reason" label={t('reopen.reason')} rows={3} required />;
}

function ReviewDeathFields() {
  const t = useText();
  return <FormText name="opinion" label={t('death.review')} rows={4} required maxLength={5000} />;
}
