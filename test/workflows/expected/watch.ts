import type { WatchFacts } from '@tonghu/backend/stages/monitoring';
import type { Expected } from './table';

const watched = { proposed: 'proposed', returned: 'returned', active: 'active', paused: 'paused' };

/** 监测对象, read aloud: nothing waits for a paper that is about going and looking, and a report is never in the way. */
export const WATCH: Expected = {
  confirm: { proposed: 'active' },
  return: { proposed: 'returned' },
  resubmit: { returned: 'proposed' },
  withdraw: { proposed: 'ended', returned: 'ended' },
  'record-visit': watched,
  'record-contact': watched,
  'report-finding': { ...watched, ended: 'ended' },
  'record-care': watched,
  'record-unfit-carer': watched,
  'end-care': watched,
  'plan-visit': { proposed: 'proposed', returned: 'returned', active: 'active' },
  revise: { proposed: 'proposed', active: 'active', paused: 'paused' },
  'change-level': { active: 'active' },
  assign: { proposed: 'proposed', active: 'active', paused: 'paused' },
  exclude: watched,
  pause: { active: 'paused' },
  resume: { paused: 'active' },
  end: { active: 'ended', paused: 'ended' },
  reopen: { ended: 'proposed' },
};

/** Facts under which every guard that can be met at once is met. */
export const WATCH_READY: WatchFacts = {
  actorId: 'me',
  actorPlace: 'township',
  proposedBy: 'someone-else',
  proposedHere: true,
  confirmPlace: 'township',
  careRunning: true,
  careOpen: true,
  died: false,
};

/** A new care needs that none runs. */
export const watchReadyFor = (action: string): WatchFacts =>
  action === 'record-care' ? { ...WATCH_READY, careRunning: false } : WATCH_READY;
