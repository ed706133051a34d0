import { ApiProperty } from '@nestjs/swagger';
import type { Urgency } from '../../../kernel';
import { AllowedActionResponse } from '../../../platform/http/allowed-action.response';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';
import { AttachmentListResponse } from '../../../support/attachments/dto/attachment.response';
import { DeadlineResponse } from '../../../support/deadlines/dto/deadline.response';
import { TimelineEntryResponse } from '../../../casefile/dto/timeline-entry.response';
import type { ExclusionHint } from '../report.codes';
import { REPORT_STATE_CODES, type ReportState } from '../report.workflow';
import {
  ReportScreeningResponse,
  ReportTransferResponse,
  RelatedReportResponse,
  RelatedRecordsResponse,
} from './report-roads.response';

export class ReportedChildResponse {
  name?: string;
  sex: 'male' | 'female' | 'unknown';
  age?: number;
  birthDate?: string;
  /** Masked. */
  idNumber?: string;
  school?: string;
  className?: string;
  address?: string;
  guardianName?: string;
  guardianPhone?: string;
  guardianRelation?: string;
}

export class ReportedSuspectResponse {
  name?: string;
  perpetratorType: string;
  relation?: string;
  note?: string;
}

/** 来电: how the call was taken; the number stands with the reporter, sealed. */
export class AnsweredCallResponse {
  answeredAt: string;
  answeredBy: string;
  ticketNo?: string;
  callback: 'wanted' | 'unwanted' | 'unsafe';
  safeTime?: string;
}

export class ReportContentResponse {
  children: ReportedChildResponse[];
  suspects: ReportedSuspectResponse[];
  facts: string | null;
  childWords: string | null;
  injury: string | null;
  medicalSent: 'yes' | 'no' | 'unknown';
  presentPlace: string | null;
  evidence: string | null;
  othersAtRisk: string | null;
  exclusionNote: string | null;
  call?: AnsweredCallResponse | null;
}

export class ReportCaseResponse {
  id: string;
  caseNo: string;
  phaseName: string;
}

export class ReportAdditionResponse {
  id: string;
  /** retraction: the reporter took it back; marked only. */
  kind: 'addition' | 'retraction';
  text: string;
  addedAt: string;
}

export class ReportFeedbackResponse {
  id: string;
  stage: 'triage' | 'progress' | 'result';
  stageName: string;
  text: string;
  givenAt: string;
}

export class ReportResponse {
  id: string;
  reportNo: string;
  @ApiProperty({ enum: REPORT_STATE_CODES })
  state: ReportState;

  /** For whoever works on it; everybody else reads the neutral progress. */
  stateName: string;
  /** What the reporter is told: 已提交, 已受理, 办理中, 已反馈, 已办结. */
  progress: string;
  urgency: Urgency;
  urgencyName: string;
  channel: string;
  unitType: string;
  situations: string[];
  situationNames: string[];
  regionCode: string | null;
  regionName: string | null;
  childCount: number;
  childSafeNow: 'yes' | 'no' | 'unknown';
  discoveredAt: string | null;
  reportedAt: string;
  receivedAt: string | null;
  triagedAt: string | null;
  policeRequired: boolean;
  policeToldAt: string | null;
  policeReceiptNo: string | null;
  /** 备案 with the 主管部门 is part of this unit's duty (强制报告意见 5). */
  authorityRequired: boolean;
  authorityKind: string | null;
  authorityName: string | null;
  authorityToldAt: string | null;
  authorityReceiptNo: string | null;
  retractedAt: string | null;
  exclusionHints: ExclusionHint[];
  isOwn: boolean;
  content: ReportContentResponse | null;
  wantsSecrecy: boolean | null;
  cases: ReportCaseResponse[] | null;
  related: RelatedRecordsResponse | null;
  /** The earlier report this one repeats. */
  duplicateOf: RelatedReportResponse | null;
  /** Later reports that repeat this one. */
  duplicates: RelatedReportResponse[] | null;
  screenings: ReportScreeningResponse[] | null;
  transfers: ReportTransferResponse[] | null;
  additions: ReportAdditionResponse[] | null;
  /** A reporter has only the own ones. */
  attachments: AttachmentListResponse | null;
  feedback: ReportFeedbackResponse[] | null;
  deadlines: DeadlineResponse[] | null;
  timeline: TimelineEntryResponse[] | null;
  allowedActions: AllowedActionResponse[];
  version: number;
  _masked: string[];
}

/** What the reporter keeps: the number, and what happens next by when. */
export class ReportReceiptResponse {
  id: string;
  reportNo: string;
  @ApiProperty({ enum: REPORT_STATE_CODES })
  state: ReportState;

  stateName: string;
  urgency: Urgency;
  urgencyName: string;
  reportedAt: string;
  policeRequired: boolean;
  policeToldAt: string | null;
  deadlines: DeadlineResponse[];
}

export class ReportPage {
  data: ReportResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}

export class ReporterContactResponse {
  name: string | null;
  phone: string | null;
  position: string | null;
  until: string;
}
