import type { Urgency } from '../../../kernel';
import type { ExclusionHint } from '../report.codes';
import { ReportCaseResponse } from './report.response';
import { RelatedRecordsResponse } from './report-roads.response';

export class ProposedGuardian {
  name: string;
  phone?: string;
  relation: string;
}

export class ProposedChild {
  name?: string;
  sex: 'male' | 'female' | 'unknown';
  birthDate?: string;
  birthDateEstimated?: boolean;
  idNumber?: string;
  address?: string;
  school?: string;
  guardians: ProposedGuardian[];
}

export class ProposedSuspect {
  name?: string;
  perpetratorType: string;
  relation?: string;
}

export class ProposedOrder {
  agencyId: string;
  agencyName: string;
  agencyKind: string;
  role: 'lead' | 'co';
  task: string;
  refusable: boolean;
  article: string | null;
  basis: string;
  isLetter: boolean;
  /** Ticked by the table; the others are offered with their condition. */
  selected: boolean;
  conditionName: string | null;
  excludedBecause: string | null;
}

export class ProposedExclusion {
  principalId: string;
  name: string;
  hint: ExclusionHint;
}

export class ChildMatch {
  childIndex: number;
  personId: string;
  maskedName: string | null;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string | null;
  cases: ReportCaseResponse[];
}

export class TriageProposalResponse {
  urgency: Urgency;
  situations: string[];
  regionCode: string | null;
  children: ProposedChild[];
  suspects: ProposedSuspect[];
  orders: ProposedOrder[];
  exclusions: ProposedExclusion[];
  matches: ChildMatch[];
  /** Earlier reports and cases of these children; those that were filed away are read again. */
  related: RelatedRecordsResponse;
}
