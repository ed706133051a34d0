import { TimelineEntryResponse } from '../../../casefile/dto/timeline-entry.response';
import { AllowedActionResponse } from '../../../platform/http/allowed-action.response';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { DeadlineResponse } from '../../../support/deadlines/dto/deadline.response';

export class CoverageReasonResponse {
  code: string;
  name: string;
  count: number;
}

/** 覆盖情况, of what the reader may see. */
export class CoverageResponse {
  /** Children on the list. */
  target: number;
  met: number;
  notMet: number;
  /** Nothing recorded yet. */
  open: number;
  /** Children with at least one finding. */
  findings: number;
  /** Children who were not on the list. */
  added: number;
  /** Why children were not met. */
  reasons: CoverageReasonResponse[];
}

/** One village in the list of a screening. */
export class SheetSummaryResponse {
  id: string;
  regionCode: string;
  regionName: string | null;
  agencyName: string | null;
  state: 'open' | 'submitted' | 'signed';
  stateName: string;
  submittedAt: string | null;
  signedAt: string | null;
  coverage: CoverageResponse;
}

export class CampaignResponse {
  id: string;
  number: string;
  title: string;
  kind: string;
  kindName: string;
  state: 'draft' | 'running' | 'closed' | 'withdrawn';
  stateName: string;
  ownerAgencyName: string | null;
  startsOn: string;
  endsOn: string;
  createdAt: string;
  openedAt: string | null;
  closedAt: string | null;
  regions: string[];
  regionNames: string[];
  categories: string[];
  categoryNames: string[];
  checklist: string[];
  checklistNames: string[];
  instructions: string | null;
  /** For a draft: whom it would reach today. */
  coverage: CoverageResponse;
  allowedActions: AllowedActionResponse[];
  /** In the order of places, never of numbers; null in lists. A draft has none yet. */
  sheets: SheetSummaryResponse[] | null;
  /** Villages a draft would reach; null in lists and after publishing. */
  villageNames: string[] | null;
  timeline: TimelineEntryResponse[] | null;
}

export class CampaignPage {
  data: CampaignResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

/** One child of a sheet. */
export class ScreenedChildResponse {
  taskId: string;
  state: 'open' | 'done' | 'not_met';
  stateName: string;
  /** False: the screening found it. */
  listed: boolean;
  name: string | null;
  sex: 'male' | 'female' | 'unknown';
  age: number | null;
  address: string | null;
  phone: string | null;
  categoryNames: string[];
  /** The child's own file, as far as the reader knows it; of a child that was not on the list, the one proposed since. */
  watchItemId: string | null;
  watchNumber: string | null;
  findings: string[];
  findingNames: string[];
  notMetReason: string | null;
  notMetReasonName: string | null;
  note: string | null;
  workedByName: string | null;
  workedAt: string | null;
  /** Reports that came of it and the reader knows of. */
  reportNos: string[];
}

export class CampaignSheetResponse {
  id: string;
  campaignId: string;
  number: string;
  title: string;
  kindName: string;
  campaignState: 'draft' | 'running' | 'closed' | 'withdrawn';
  startsOn: string;
  endsOn: string;
  instructions: string | null;
  regionCode: string;
  regionName: string | null;
  agencyName: string | null;
  state: 'open' | 'submitted' | 'signed';
  stateName: string;
  submittedByName: string | null;
  submittedAt: string | null;
  signedByName: string | null;
  signedAt: string | null;
  coverage: CoverageResponse;
  allowedActions: AllowedActionResponse[];
  // The rest is null in lists.
  checklist: CheckResponse[] | null;
  /** Those still to see first. */
  children: ScreenedChildResponse[] | null;
  deadlines: DeadlineResponse[] | null;
  timeline: TimelineEntryResponse[] | null;
}

export class CheckResponse {
  code: string;
  name: string;
}

export class CampaignSheetPage {
  data: CampaignSheetResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
