/** Shapes of the HTTP API (docs/api.md): 协办单. */
import type { AllowedAction, Deadline, Urgency } from './common';

export interface WorkOrderStep {
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
export interface WorkOrder {
  id: string;
  orderNo: string;
  caseId: string | null;
  caseNo: string | null;
  agencyId: string;
  agencyName: string;
  issuedByName: string | null;
  role: 'lead' | 'co';
  roleName: string;
  isLetter: boolean;
  situation: string | null;
  situationName: string | null;
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
  receiptNo: string | null;
  receiptPerson: string | null;
  receiptAt: string | null;
  summary: string | null;
  childName: string | null;
  canOpenCase: boolean;
  deadline: Deadline | null;
  steps: WorkOrderStep[] | null;
  allowedActions: AllowedAction[];
  version: number;
}
