import type { Urgency } from '../../kernel';
import { AllowedActionResponse } from '../../platform/http/allowed-action.response';
import { AttachmentListResponse } from '../../support/attachments/dto/attachment.response';
import { DeadlineResponse } from '../../support/deadlines/dto/deadline.response';

export class WorkOrderStepResponse {
  id: string;
  at: string;
  step: string;
  stepName: string;
  actorName: string | null;
  agencyName: string | null;
  codeName: string | null;
  number: string | null;
  note: string | null;
}

/** 协办单 as screens show it. Declared here because a case lists its orders and may not look up to coordination. */
export class WorkOrderResponse {
  id: string;
  orderNo: string;
  caseId: string;
  caseNo: string;
  agencyId: string;
  agencyName: string;
  issuedByName: string;
  role: 'lead' | 'co';
  roleName: string;
  /** 主办 now: a finished or returned order leads no more. */
  leads: boolean;
  isLetter: boolean;
  situation: string;
  situationName: string;
  task: string;
  article: string | null;
  refusable: boolean;
  urgency: Urgency;
  urgencyName: string;
  state: 'issued' | 'accepted' | 'returned' | 'finished' | 'withdrawn';
  stateName: string;
  issuedAt: string;
  acceptedAt: string | null;
  finishedAt: string | null;
  onBehalf: boolean;
  /** Null in lists: it is sealed. */
  receiptNo: string | null;
  receiptPerson: string | null;
  receiptAt: string | null;
  /** How often the task was refused, by whomever it was sent to. */
  refusals: number;
  /** 裁定: the agency may not refuse any more. */
  rulingNo: string | null;
  /** The order of the agency that handed this one on and stays responsible. */
  handedFromId: string | null;
  /** 预计办结, YYYY-MM-DD; said by the holder or asked for by the issuer, no limit of law. */
  expectedOn: string | null;
  /** 对外摘要: intake's neutral words; null in lists. */
  summary: string | null;
  /** Masked. */
  childName: string | null;
  canOpenCase: boolean;
  deadline: DeadlineResponse | null;
  steps: WorkOrderStepResponse[] | null;
  /** Null in lists, and once the case is no longer the reader's business. */
  attachments: AttachmentListResponse | null;
  allowedActions: AllowedActionResponse[];
  version: number;
}
