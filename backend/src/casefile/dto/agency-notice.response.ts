import { AllowedActionResponse } from '../../platform/http/allowed-action.response';

/** What those who work on the case read of a notice, and its receiver does not: it would tell the sort of case. */
export class AgencyNoticeCase {
  caseId: string;
  situationName: string;
  /** What the routing table would have the agency mind. */
  task: string;
  article: string | null;
}

/** 告知 as screens show it. Declared here because a case lists its notices and may not look up to coordination. */
export class AgencyNoticeResponse {
  id: string;
  /** The number of the case, to be named on the telephone. */
  caseNo: string;
  agencyId: string;
  agencyName: string;
  /** The same words for every case. */
  text: string;
  basis: string;
  /** Whom to call. */
  informedByAgencyName: string;
  informedByName: string;
  informedAt: string;
  state: 'sent' | 'read' | 'told' | 'withdrawn';
  stateName: string;
  readAt: string | null;
  readByName: string | null;
  /** 代为告知: when the desk told an agency that does not log in, how, and who did. */
  toldAt: string | null;
  toldByName: string | null;
  toldHowName: string | null;
  case: AgencyNoticeCase | null;
  allowedActions: AllowedActionResponse[];
}
