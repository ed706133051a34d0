import type { CampaignFacts, SheetFacts } from '@tonghu/backend/stages/monitoring';
import type { Expected } from './table';

/** 重点时段排查, read aloud: a draft may be changed or given up; what is published runs to its end and never comes back. */
export const CAMPAIGN: Expected = {
  revise: { draft: 'draft' },
  publish: { draft: 'running' },
  withdraw: { draft: 'withdrawn' },
  extend: { running: 'running' },
  close: { running: 'closed' },
};

/** The sheet of a village: recorded child by child, reported, signed off or sent back; a report is never in the way. */
export const SHEET: Expected = {
  'record-child': { open: 'open', submitted: 'submitted' },
  'add-child': { open: 'open', submitted: 'submitted' },
  'report-finding': { open: 'open', submitted: 'submitted', signed: 'signed' },
  submit: { open: 'submitted' },
  sign: { submitted: 'signed' },
  return: { submitted: 'open', signed: 'open' },
};

/** Facts under which every guard is met. */
export const CAMPAIGN_READY: CampaignFacts = {
  ownHere: true,
  actorPlace: 'township',
  unsigned: 0,
  over: false,
};
export const SHEET_READY: SheetFacts = {
  campaignState: 'running',
  sheetState: 'open',
  actorId: 'me',
  actorPlace: 'township',
  above: true,
  submittedBy: 'someone-else',
  unrecorded: 0,
};
