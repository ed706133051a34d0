import { ApiProperty } from '@nestjs/swagger';
import { CASE_PHASES, type CasePhase } from '../../../casefile';

/** Another report in one line. */
export class RelatedReportResponse {
  id: string;
  reportNo: string;
  stateName: string;
  reportedAt: string;
}

/** A report that may be about the same child. */
export class MatchedReportResponse extends RelatedReportResponse {
  /** The same ID number; otherwise the same name and a birth that does not contradict. */
  sameId: boolean;
  /** Why it was filed away (存查); null when it was not. */
  screenOutReason: string | null;
}

/** A case whose child may be the same. */
export class MatchedCaseResponse {
  id: string;
  caseNo: string;
  @ApiProperty({ enum: Object.keys(CASE_PHASES) })
  phase: CasePhase;

  phaseName: string;
  sameId: boolean;
}

/** What the desk already has about the children of a report; a hint, a person decides. */
export class RelatedRecordsResponse {
  reports: MatchedReportResponse[];
  cases: MatchedCaseResponse[];
  /** Two reports or more on one child within 12 months. */
  repeated: boolean;
}

/** 存查: who proposed it and why, and what the second person decided. */
export class ReportScreeningResponse {
  id: string;
  checkNames: string[];
  reason: string;
  proposedBy: string;
  proposedAt: string;
  outcome: 'confirmed' | 'returned' | null;
  decidedBy: string | null;
  decidedAt: string | null;
  remark: string | null;
  revivedAt: string | null;
}

/** 移送 (D03): the letter and what the receiver answered. */
export class ReportTransferResponse {
  id: string;
  letterNo: string;
  receiver: string;
  reason: string;
  materials: string | null;
  sentAt: string;
  state: 'sent' | 'accepted' | 'refused';
  stateName: string;
  repliedAt: string | null;
  /** Who answered there. */
  person: string | null;
  receiptNo: string | null;
  refusal: string | null;
}
