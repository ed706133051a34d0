import type { ActionForm } from '../../access';
import type { Case } from '../../api';
import { FormChoice, FormDate, FormText } from '../../components/fields';
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

function ReopenFields() {
  const t = useText();
  return <FormText name="reason" label={t('reopen.reason')} rows={3} required />;
}

function ReviewDeathFields() {
  const t = useText();
  return <FormText name="opinion" label={t('death.review')} rows={4} required maxLength={5000} />;
}
