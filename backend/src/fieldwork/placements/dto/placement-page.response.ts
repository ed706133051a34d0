import { PageInfo, PageMeta } from '../../../platform/http/page.response';

/** A child that lives away from home now. Neither carer nor address: who needs them opens the case. */
export class PlacementItem {
  id: string;
  caseId: string;
  caseNo: string;
  /** Masked; null where the reader may not know who the child is. */
  childName: string | null;
  kind: string;
  kindName: string;
  /** The agency of this system that keeps the child. */
  agencyName: string | null;
  startedOn: string;
  /** Whole days since the placement began. */
  days: number;
  nextReviewOn: string;
  reviewOverdue: boolean;
  /** Days of the custody that runs; null without one. */
  custodyDays: number | null;
  /** 180, 270, 330 or 365 once that many days are reached. */
  custodyBand: number | null;
}

export class PlacementPage {
  data: PlacementItem[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
