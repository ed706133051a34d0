import {
  type CampaignFacts,
  campaignSheetWorkflow,
  campaignWorkflow,
  type SheetFacts,
} from '@tonghu/backend/stages/monitoring';
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

/** What the guards refuse: what, how it is tried, and a word of the reason. */
export const CAMPAIGN_REFUSALS: readonly [what: string, work: () => unknown, reason: RegExp][] = [
  [
    'publishing what another agency drew up',
    () => campaignWorkflow.next('publish', 'draft', { ...CAMPAIGN_READY, ownHere: false }),
    /起草的单位/,
  ],
  [
    'a township that ends the campaign of the district',
    () => campaignWorkflow.next('close', 'running', { ...CAMPAIGN_READY, ownHere: false }),
    /民政/,
  ],
  [
    'ending before the last day with villages that wait',
    () => campaignWorkflow.next('close', 'running', { ...CAMPAIGN_READY, unsigned: 2, over: false }),
    /2 个村/,
  ],
  [
    'a village that changes what it reported',
    () =>
      campaignSheetWorkflow.next('record-child', 'submitted', {
        ...SHEET_READY,
        sheetState: 'submitted',
        actorPlace: 'village',
      }),
    /退回/,
  ],
  [
    'recording after the end',
    () => campaignSheetWorkflow.next('record-child', 'open', { ...SHEET_READY, campaignState: 'closed' }),
    /已经结束/,
  ],
  [
    'reporting up with children nobody asked after',
    () => campaignSheetWorkflow.next('submit', 'open', { ...SHEET_READY, unrecorded: 3 }),
    /3 个孩子/,
  ],
  [
    'signing off what oneself reported',
    () => campaignSheetWorkflow.next('sign', 'submitted', { ...SHEET_READY, submittedBy: 'me' }),
    /另一个人/,
  ],
  [
    'a village that signs off',
    () => campaignSheetWorkflow.next('sign', 'submitted', { ...SHEET_READY, above: false }),
    /乡镇/,
  ],
];
