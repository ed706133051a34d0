import { AllowedActionResponse } from '../../platform/http/allowed-action.response';
import { ChildVoiceResponse } from './case-sections.response';

/** 结案申请, its endorsement by the township and its sign-off (D27). */
export class ClosingResponse extends ChildVoiceResponse {
  state: 'requested' | 'returned' | 'signed';
  /** Says whose turn it is, too. */
  stateName: string;
  reason: string;
  reasonName: string;
  /** Null: the case ended before anybody assessed it. */
  riskLevel: string | null;
  riskLevelName: string | null;
  checklist: Record<string, boolean>;
  note: string;
  requestedByName: string | null;
  requestedAt: string;
  /** A village asked: its township looks first. */
  needsEndorsement: boolean;
  endorsedByName: string | null;
  endorsedAt: string | null;
  endorsement: string | null;
  signedByName: string | null;
  signedAt: string | null;
}

/** 跟踪回访 (DL-046). */
export class FollowUpResponse extends ChildVoiceResponse {
  id: string;
  /** Which of the planned ones, from 1. */
  round: number;
  followedAt: string;
  seenChild: boolean;
  spokeAlone: boolean;
  guardianPresent: boolean;
  state: 'good' | 'watch' | 'danger';
  stateName: string;
  problems: string | null;
  advice: 'continue' | 'reopen';
  adviceName: string;
  recordedByName: string | null;
  recordedAt: string;
}

/** How many follow-ups the latest closing asks for, and how many are still to be made. */
export class FollowUpPlanResponse {
  total: number;
  left: number;
}

/** 中止办理. */
export class SuspensionResponse {
  id: string;
  reason: string;
  reasonName: string;
  note: string;
  nextCheckOn: string;
  suspendedByName: string | null;
  suspendedAt: string;
  endedByName: string | null;
  endedAt: string | null;
}

/** 重大事件报告 of a death, and its review. */
export class DeathResponse {
  diedAt: string;
  place: string;
  circumstances: string;
  reportedTo: string;
  reportedAt: string;
  recordedByName: string | null;
  recordedAt: string;
  review: string | null;
  reviewedByName: string | null;
  reviewedAt: string | null;
}

/** 归档 (D27). */
export class ArchiveResponse {
  retention: 'permanent' | 'long_term';
  retentionName: string;
  documents: string[];
  note: string | null;
  archivedByName: string | null;
  archivedAt: string;
}

export class TransferPersonResponse {
  name: string | null;
  sex: string;
  birthDate: string | null;
  phone: string | null;
  /** One of RELATIONS. */
  relation: string | null;
  relationName: string | null;
}

/** 交接单: what the receiving district must know. */
export class TransferSheetResponse {
  caseNo: string;
  child: TransferPersonResponse;
  school: string | null;
  /** Where the child lives now. */
  address: string | null;
  guardians: TransferPersonResponse[];
  suspects: string[];
  riskLevelName: string | null;
  summary: string | null;
  reason: string;
  done: string;
  open: string;
  mustNotKnow: string | null;
  policeToldAt: string | null;
  policeReceiptNo: string | null;
}

/** What the receiver answered, and who. */
export class TransferReplyResponse {
  person: string | null;
  receiptNo: string | null;
  note: string | null;
  /** Recorded by the sender, because the place is not on this system. */
  onBehalf: boolean;
}

/** 转出. The receiver of one that was refused or withdrawn no longer reads its sheet. */
export class TransferResponse {
  id: string;
  transferNo: string;
  box: 'incoming' | 'outgoing';
  state: 'requested' | 'accepted' | 'refused' | 'withdrawn' | 'completed';
  stateName: string;
  urgency: 'U0' | 'U1' | 'U2' | 'U3';
  urgencyName: string;
  situations: string[];
  situationNames: string[];
  fromDistrictName: string;
  /** A district of this system, or another place in words. */
  destination: string | null;
  contact: string | null;
  onSystem: boolean;
  /** Masked. */
  childName: string | null;
  sheet: TransferSheetResponse | null;
  reply: TransferReplyResponse | null;
  requestedAt: string;
  answeredAt: string | null;
  endedAt: string | null;
  /** The sender's own. */
  caseId: string | null;
  /** The receiver's own. */
  reportId: string | null;
  allowedActions: AllowedActionResponse[];
}
