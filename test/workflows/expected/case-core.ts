import type { CasePart } from './table';

export const CORE: CasePart = {
  expected: {
    assign: {
      open: 'open',
      suspended: 'suspended',
      transferring: 'transferring',
      closing: 'closing',
      closed: 'closed',
      follow_up: 'follow_up',
    },
    // The guard refuses while a closing waits, whatever else is met.
    'issue-order': {
      open: 'open',
      suspended: 'suspended',
      transferring: 'transferring',
      closing: 'closing',
    },
    'record-visit': {
      open: 'open',
      suspended: 'suspended',
      transferring: 'transferring',
      closing: 'closing',
    },
  },
  facts: {},
};
