import { ChildVoiceResponse } from './case-sections.response';

/** What the room of placements shows of a case. A place is null for whoever may not know where the child is (`_masked`). */

/** 就医、体检 (D06). */
export class MedicalRecordResponse {
  id: string;
  kind: string;
  kindName: string;
  visitedAt: string;
  /** Masked as `medicalRecords.hospital`. */
  hospital: string | null;
  injuries: string | null;
  diagnosis: string;
  treatment: string | null;
  authorisedBy: string;
  authorisedByName: string;
  authoriserName: string | null;
  costBearer: string;
  costBearerName: string;
  recordedByName: string | null;
}

export class CustodyExtensionResponse extends ChildVoiceResponse {
  id: string;
  leaderName: string;
  reason: string;
  extendedAt: string;
  extendedByName: string | null;
}

/** 临时监护 (D08). */
export class CustodyResponse extends ChildVoiceResponse {
  id: string;
  state: 'running' | 'ended';
  reasons: string[];
  reasonNames: string[];
  facts: string;
  startedOn: string;
  /** Whole days, until today or until it ended. */
  days: number;
  /** 180, 270, 330 or 365 once that many days are reached (24号15). */
  band: number | null;
  guardianTold: boolean;
  guardianNotice: string;
  decidedByName: string | null;
  decidedAt: string;
  extensions: CustodyExtensionResponse[];
  endedOn: string | null;
  endReasonName: string | null;
  /** Which situation of 未成年人保护法94 made it 长期监护, and the judgment. */
  longTermGroundName: string | null;
  judgmentNo: string | null;
  endNote: string | null;
}

/** 安置复核. */
export class PlacementReviewResponse extends ChildVoiceResponse {
  id: string;
  reviewedAt: string;
  seenChild: boolean;
  suitable: 'yes' | 'no' | 'unknown';
  carerFit: 'yes' | 'no' | 'unknown';
  findings: string;
  nextReviewOn: string;
  reviewedByName: string | null;
}

/** 领回通知 (D14). */
export class ReturnNoticeResponse extends ChildVoiceResponse {
  id: string;
  notifiedAt: string;
  guardianName: string;
  conditions: string;
  followUpPlan: string;
}

/** Where the child stays; null as a whole for whoever may not know it (masked as `placements.place`). */
export class PlacementPlaceResponse {
  kind: string;
  kindName: string;
  agencyName: string | null;
  carerName: string | null;
  carerRelation: string | null;
  carerPhone: string | null;
  address: string | null;
}

/** 安置 (D09). */
export class PlacementResponse extends ChildVoiceResponse {
  id: string;
  state: 'open' | 'ended';
  place: PlacementPlaceResponse | null;
  basis: string;
  basisName: string;
  consentBy: string | null;
  reason: string;
  startedOn: string;
  plannedEndOn: string | null;
  nextReviewOn: string;
  placedByName: string | null;
  reviews: PlacementReviewResponse[];
  returnNotices: ReturnNoticeResponse[];
  endedOn: string | null;
  endReasonName: string | null;
  endNote: string | null;
}

/** 公安案件情况说明. */
export class PoliceStatementResponse {
  receivedAt: string;
  outcomeName: string;
  documentNo: string | null;
  summary: string;
}

/** 护送交接 (D07). */
export class HandoverResponse extends ChildVoiceResponse {
  id: string;
  fromParty: string;
  fromPartyName: string;
  /** Masked, with place and receiver, as `handovers.place`. */
  toPartyName: string | null;
  receivedBy: string | null;
  place: string | null;
  handedAt: string;
  /** Masked like the place when whoever kept the child signed. */
  handedBy: string | null;
  reason: string | null;
  health: string;
  belongings: string | null;
  commitment: string | null;
  rightsNotice: boolean;
  guardianInformed: boolean;
  policeStatement: PoliceStatementResponse | null;
}
