import type { CasePart } from './table';

export const CORE: CasePart = {
  expected: {
    assign: { open: 'open', suspended: 'suspended' },
    'record-visit': {
      open: 'open',
      suspended: 'suspended',
      transferring: 'transferring',
      closing: 'closing',
    },
  },
  facts: {},
};
