import type { CasePart } from './table';

export const LIFECYCLE: CasePart = {
  expected: {
    'record-follow-up': { closed: 'follow_up', follow_up: 'follow_up' },
    'request-closing': { open: 'closing' },
    'endorse-closing': { closing: 'closing' },
    'sign-closing': { closing: 'closed' },
    'return-closing': { closing: 'open' },
    suspend: { open: 'suspended' },
    resume: { suspended: 'open' },
    'request-transfer': { open: 'transferring', suspended: 'transferring', transferring: 'transferring' },
    'record-transfer-reply': { transferring: 'transferring' },
    'withdraw-transfer': { transferring: 'open' },
    'complete-transfer': { transferring: 'closed' },
    reopen: { closed: 'open', follow_up: 'open' },
    'record-death': {
      open: 'frozen',
      suspended: 'frozen',
      transferring: 'frozen',
      closing: 'frozen',
      closed: 'frozen',
      follow_up: 'frozen',
    },
    'review-death': { frozen: 'frozen' },
    archive: { closed: 'archived', follow_up: 'archived', frozen: 'archived' },
  },
  facts: {
    'endorse-closing': { closingNeedsEndorsement: true },
    'record-transfer-reply': { transferState: 'requested' },
    'complete-transfer': { transferState: 'accepted' },
    'review-death': { deathRecordedBy: 'someone-else' },
  },
};
