import type { CasePart } from './table';

export const EMERGENCY: CasePart = {
  expected: {
    'open-emergency': {
      open: 'open',
      suspended: 'open',
      transferring: 'open',
      closing: 'open',
      closed: 'open',
      follow_up: 'open',
    },
    'record-safety-check': { open: 'open' },
    'end-emergency': { open: 'open' },
  },
  facts: {
    'record-safety-check': { openStages: ['emergency'] },
    'end-emergency': { openStages: ['emergency'] },
  },
};
