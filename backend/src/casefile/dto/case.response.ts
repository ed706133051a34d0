import { PersonResponse } from '../../people/dto/person.response';
import { AllowedActionResponse } from '../../platform/http/allowed-action.response';
import { PageInfo, PageMeta } from '../../platform/http/page.response';
import { AttachmentListResponse } from '../../support/attachments/dto/attachment.response';
import { DeadlineResponse } from '../../support/deadlines/dto/deadline.response';
import {
  ArchiveResponse,
  ClosingResponse,
  DeathResponse,
  FollowUpPlanResponse,
  FollowUpResponse,
  SuspensionResponse,
  TransferResponse,
} from './case-lifecycle.response';
import {
  AlertResponse,
  AssessmentResponse,
  CaseReportResponse,
  GuidanceResponse,
  PlanResponse,
  PlanReviewResponse,
  PlanServiceResponse,
  SafetyCheckResponse,
  VisitResponse,
} from './case-sections.response';
import { ConferenceInvitationResponse, ConferenceResponse } from './conference-sections.response';
import { ProceedingResponse } from './proceeding-sections.response';
import {
  CustodyResponse,
  HandoverResponse,
  MedicalRecordResponse,
  PlacementResponse,
} from './care-sections.response';
import { GuardianshipResponse, MeasureResponse } from './measure-sections.response';
import { TimelineEntryResponse } from './timeline-entry.response';
import { AgencyNoticeResponse } from './agency-notice.response';
import { WorkOrderResponse } from './work-order.response';

export class CaseStageResponse {
  stage: 'emergency' | 'assessment' | 'assistance' | 'guardianship';
  stageName: string;
  openedAt: string;
  closedAt: string | null;
}

export class CasePartyResponse {
  role: string;
  roleName: string;
  relationName: string | null;
  person: PersonResponse;
}

export class SiblingCaseResponse {
  id: string;
  caseNo: string;
}

/** 区级兜底: a district desk works on the case because its place had no account. */
export class CaseBackstopResponse {
  placeName: string;
  /** Somebody there could take over by now, when the case is assigned. */
  placeHasAccounts: boolean;
}

/** 个案. Parts a list does not load or the reader may not see are null; the latter are named in `_masked`. */
export class CaseResponse {
  id: string;
  caseNo: string;
  phase: 'open' | 'suspended' | 'transferring' | 'closing' | 'closed' | 'follow_up' | 'frozen' | 'archived';
  phaseName: string;
  stages: CaseStageResponse[];
  urgency: 'U0' | 'U1' | 'U2' | 'U3';
  urgencyName: string;
  riskLevel: string | null;
  riskLevelName: string | null;
  situations: string[];
  situationNames: string[];
  regionCode: string | null;
  regionName: string | null;
  openedAt: string;
  closedAt: string | null;
  ownerAgencyName: string;
  workerAgencyId: string | null;
  workerAgencyName: string | null;
  backstop: CaseBackstopResponse | null;
  workerUserId: string | null;
  workerUserName: string | null;
  /** Masked. */
  childName: string | null;
  child: PersonResponse | null;
  parties: CasePartyResponse[] | null;
  /** 对外摘要: intake's neutral words. */
  summary: string | null;
  reports: CaseReportResponse[] | null;
  siblings: SiblingCaseResponse[] | null;
  deadlines: DeadlineResponse[] | null;
  workOrders: WorkOrderResponse[] | null;
  /** 告知: agencies that were told of the case and see nothing of it. */
  agencyNotices: AgencyNoticeResponse[] | null;
  timeline: TimelineEntryResponse[] | null;
  safetyChecks: SafetyCheckResponse[] | null;
  medicalRecords: MedicalRecordResponse[] | null;
  custodies: CustodyResponse[] | null;
  placements: PlacementResponse[] | null;
  handovers: HandoverResponse[] | null;
  assessments: AssessmentResponse[] | null;
  /** 提示: what to think about; never a score. */
  alerts: AlertResponse[] | null;
  plans: PlanResponse[] | null;
  services: PlanServiceResponse[] | null;
  planReviews: PlanReviewResponse[] | null;
  guidance: GuidanceResponse[] | null;
  visits: VisitResponse[] | null;
  /** 会商 and their conclusions. */
  conferences: ConferenceResponse[] | null;
  /** Conferences that the reader's own agency was called to, and its own tasks from them. */
  invitations: ConferenceInvitationResponse[] | null;
  /** 法律程序; an organ that only holds an order reads its own steps. */
  proceedings: ProceedingResponse[] | null;
  /** 监护干预措施; an agency that only holds an order reads its own. */
  measures: MeasureResponse[] | null;
  guardianship: GuardianshipResponse | null;
  closing: ClosingResponse | null;
  /** Those of its work orders too. */
  attachments: AttachmentListResponse | null;
  followUps: FollowUpResponse[] | null;
  followUpPlan: FollowUpPlanResponse | null;
  suspensions: SuspensionResponse[] | null;
  /** Newest last; hidden from whoever must not learn where the child is. */
  transfers: TransferResponse[] | null;
  death: DeathResponse | null;
  archive: ArchiveResponse | null;
  allowedActions: AllowedActionResponse[];
  version: number;
  _masked: string[];
}

export class CasePage {
  data: CaseResponse[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
