import type { CasePart } from './table';

export const GUARDIANSHIP: CasePart = {
  expected: {
    'convene-conference': { open: 'open', suspended: 'suspended' },
    'conclude-conference': { open: 'open', suspended: 'suspended', transferring: 'transferring' },
    'cancel-conference': { open: 'open', suspended: 'suspended', transferring: 'transferring' },
    'complete-task': { open: 'open', suspended: 'suspended', transferring: 'transferring' },
    'record-proceeding': {
      open: 'open',
      suspended: 'suspended',
      transferring: 'transferring',
      closing: 'closing',
      closed: 'closed',
      follow_up: 'follow_up',
    },
  },
  facts: {
    'conclude-conference': { conferenceOpen: true },
    'cancel-conference': { conferenceOpen: true },
    'complete-task': { openConferenceTasks: 1 },
  },
};
