import type { CasePart } from './table';

export const ASSISTANCE: CasePart = {
  expected: {
    assess: { open: 'open' },
    'make-plan': { open: 'open' },
    'complete-service': { open: 'open' },
  },
  facts: { 'complete-service': { openServices: 1 } },
};
