import type { Basis, StepKind } from '../ladder.rules';

/** One rung: planned at `at`, taken at `takenAt`. */
export class LadderRungResponse {
  step: StepKind;
  stepName: string;
  at: string;
  takenAt: string | null;
  /** 督办文号. */
  number: string | null;
}

/** 时限 as screens show it. */
export class DeadlineResponse {
  id: string;
  ruleId: string;
  name: string;
  startAt: string;
  dueAt: string;
  state: 'running' | 'done' | 'cancelled';
  /** A duty; what a court or procuratorate is asked (预计办结); a party's own time to ask. Only a duty is ever overdue. */
  manner: 'duty' | 'asked' | 'right';
  overdue: boolean;
  basis: Basis;
  basisName: string;
  source: string;
  /** 暂算. */
  provisional: boolean;
  ownerName: string;
  closedAt: string | null;
  ladder: LadderRungResponse[];
}

/** A running clock in a list of what to do next. */
export class DeadlineItem {
  id: string;
  name: string;
  subjectKind: 'report' | 'case' | 'work_order' | 'watch_item' | 'campaign' | 'agency' | 'case_transfer';
  subjectId: string;
  number: string;
  urgency: string;
  dueAt: string;
  overdue: boolean;
  link: string;
}
