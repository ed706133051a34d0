import type { CasePart } from './table';

const SERVICES = { openServices: 1, plannedServices: 1 };
const PROPOSED = { planProposedBy: 'someone-else' };

export const ASSISTANCE: CasePart = {
  expected: {
    assess: { open: 'open' },
    'confirm-assessment': { open: 'open', suspended: 'suspended', transferring: 'transferring' },
    'change-urgency': { open: 'open', suspended: 'suspended', transferring: 'transferring' },
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
    'confirm-assessment': { assessmentProposedBy: 'someone-else' },
    'approve-plan': PROPOSED,
    'return-plan': PROPOSED,
    'start-service': SERVICES,
    'complete-service': SERVICES,
    'cancel-service': SERVICES,
  },
};
