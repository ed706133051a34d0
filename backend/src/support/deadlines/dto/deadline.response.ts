import type { Urgency } from '../../../kernel';
import { PageInfo, PageMeta } from '../../../platform/http/page.response';
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
  subjectKind:
    'report' | 'case' | 'work_order' | 'watch_item' | 'campaign_sheet' | 'agency' | 'case_transfer';
  subjectId: string;
  number: string;
  urgency: Urgency;
  dueAt: string;
  overdue: boolean;
  link: string;
}

/** A running clock in the list of clocks, with who must act. */
export class DeadlineListItem extends DeadlineItem {
  /** False: what a court is asked or a party may ask for, which is never overdue. */
  duty: boolean;
  ownerName: string;
  basisName: string;
  /** 暂算. */
  provisional: boolean;
}

export class DeadlinePage {
  data: DeadlineListItem[];
  pageInfo: PageInfo;
  meta: PageMeta;
}
