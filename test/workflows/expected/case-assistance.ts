import type { CasePart } from './table';

const SERVICES = { openServices: 1, plannedServices: 1 };
const PROPOSED = { planProposedBy: 'someone-else' };

export const ASSISTANCE: CasePart = {
  expected: {
    assess: { open: 'open' },
    'make-plan': { open: 'open' },
    'approve-plan': { open: 'open' },
    'return-plan': { open: 'open' },
    'review-plan': { open: 'open' },
    'start-service': { open: 'open' },
    'complete-service': { open: 'open' },
    'cancel-service': { open: 'open' },
    'record-guidance': { open: 'open' },
  },
  facts: {
    'approve-plan': PROPOSED,
    'return-plan': PROPOSED,
    'start-service': SERVICES,
    'complete-service': SERVICES,
    'cancel-service': SERVICES,
  },
};
