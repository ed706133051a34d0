import { ApiProperty } from '@nestjs/swagger';
import { CASE_PHASES, type CasePhase } from '../../../casefile';
import type { Urgency } from '../../../kernel';
import { ProposedOrderTerms } from '../../coordination';
import type { LinkRoad } from '../link.rules';
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

export class ProposedOrder extends ProposedOrderTerms {
  /** Ticked by the table; the others are offered with their condition. */
  selected: boolean;
  excludedBecause: string | null;
}

/** An agency that the routing table only tells. */
export class ProposedNotice {
  agencyId: string;
  agencyName: string;
  agencyKind: string;
  /** What it should mind; for the desk alone. */
  task: string;
  article: string | null;
  /** False: the desk tells it and records that it did. */
  logsIn: boolean;
  selected: boolean;
  conditionName: string | null;
  excludedBecause: string | null;
}

export class ProposedExclusion {
  principalId: string;
  name: string;
  hint: ExclusionHint;
}

/** A case of a child that may be the reported one, and what the report would do to it. */
export class TriageCaseMatch extends ReportCaseResponse {
  @ApiProperty({ enum: Object.keys(CASE_PHASES) })
  phase: CasePhase;

  urgency: Urgency;
  openedAt: string;
  /** Who works on it, else who owns it. */
  workerName: string;
  situationNames: string[];
  /** The very child: a decision is compulsory (并入该个案 or 另立个案 with a reason). */
  strong: boolean;
  /** joined: into a case at work; reopened: a closed one begins anew; null: it takes no report any more. */
  @ApiProperty({ enum: ['joined', 'reopened'], type: String, nullable: true })
  road: LinkRoad | null;

  /** Agencies that have an open order of it; they are not asked twice. */
  orderAgencyIds: string[];
}

export class ChildMatch {
  childIndex: number;
  personId: string;
  maskedName: string | null;
  sex: 'male' | 'female' | 'unknown';
  birthDate: string | null;
  cases: TriageCaseMatch[];
}

export class TriageProposalResponse {
  urgency: Urgency;
  situations: string[];
  regionCode: string | null;
  children: ProposedChild[];
  suspects: ProposedSuspect[];
  orders: ProposedOrder[];
  /** 告知, beside the orders; one that gets an order is not told besides. */
  notices: ProposedNotice[];
  exclusions: ProposedExclusion[];
  matches: ChildMatch[];
  /** Earlier reports and cases of these children; those that were filed away are read again. */
  related: RelatedRecordsResponse;
}
