/** Shapes of the HTTP API (docs/api.md): 分诊. */
import type { Sex, Urgency } from './common';

export interface TriageGuardian {
  name: string;
  phone?: string;
  relation: string;
  idNumber?: string;
}
export interface TriageChild {
  personId?: string;
  name?: string;
  sex: Sex;
  birthDate?: string;
  birthDateEstimated?: boolean;
  idNumber?: string;
  noIdReason?: string;
  phone?: string;
  address?: string;
  school?: string;
  guardians: TriageGuardian[];
}
export interface TriageSuspect {
  name?: string;
  perpetratorType: string;
  relation?: string;
}
export interface TriageOrder {
  agencyId: string;
  role: 'lead' | 'co';
  task: string;
}
export interface ProposedOrder extends TriageOrder {
  /** Ticked by the routing table; the others are offered with their condition. */
  selected: boolean;
  conditionName: string | null;
  agencyName: string;
  agencyKind: string;
  refusable: boolean;
  article: string | null;
  basis: string | null;
  isLetter: boolean;
  excludedBecause: string | null;
}
export interface TriageMatch {
  childIndex: number;
  personId: string;
  maskedName: string;
  sex: Sex;
  birthDate: string | null;
  cases: { id: string; caseNo: string; phaseName: string }[];
}
export interface TriageExclusion {
  principalId: string;
  hint: string;
}
export interface TriageProposal {
  urgency: Urgency;
  situations: string[];
  regionCode: string | null;
  children: TriageChild[];
  suspects: TriageSuspect[];
  orders: ProposedOrder[];
  exclusions: (TriageExclusion & { name: string })[];
  matches: TriageMatch[];
}
export interface Triage {
  urgency: Urgency;
  situations: string[];
  summary: string;
  regionCode: string;
  place?: string;
  policeToldAt?: string;
  policeReceiptNo?: string;
  children: TriageChild[];
  suspects: TriageSuspect[];
  exclusions: TriageExclusion[];
  orders: TriageOrder[];
}
