import type { CasePart } from './table';

/** Where the work goes on. */
const WORKING = { open: 'open', suspended: 'suspended', transferring: 'transferring' } as const;
/** Care outlives stages and closings. */
const IN_CARE = { ...WORKING, closing: 'closing', closed: 'closed', follow_up: 'follow_up' } as const;

const [SINCE, LATER] = ['2026-03-02T00:00:00.000Z', '2026-03-03T00:00:00.000Z'];
const HOME = {
  openPlacements: 1,
  placedSince: SINCE,
  conferenceForReturn: true,
  conferenceConcludedAt: LATER,
} as const;

export const PLACEMENT: CasePart = {
  expected: {
    'record-medical': IN_CARE,
    'record-handover': IN_CARE,
    'record-police-report': IN_CARE,
    'decide-custody': WORKING,
    'place-child': WORKING,
    'review-placement': IN_CARE,
    'move-placement': IN_CARE,
    'extend-custody': IN_CARE,
    'notify-return': WORKING,
    'return-home': WORKING,
    'end-placement': { ...IN_CARE, frozen: 'frozen' },
    'end-custody': { ...IN_CARE, frozen: 'frozen' },
  },
  facts: {
    'record-police-report': { policeReportsDue: 1 },
    'review-placement': { openPlacements: 1 },
    'move-placement': { openPlacements: 1 },
    'extend-custody': {
      custodyRunning: true,
      custodyDays: 340,
      custodySince: SINCE,
      conferenceConcludedAt: LATER,
    },
    'notify-return': HOME,
    'return-home': { ...HOME, returnNotified: true },
    'end-placement': { openPlacements: 1 },
    'end-custody': { custodyRunning: true },
  },
};
