/** What the guards of the report table need to know, read under the lock. */
export interface ReportFacts {
  readonly actorId: string;
  readonly policeRequired: boolean;
  readonly policeTold: boolean;
  readonly authorityTold: boolean;
  readonly retracted: boolean;
  /** Cases of this report that have not ended. */
  readonly openCases: number;
  /** Who proposed to file it away, while that waits for the second person. */
  readonly proposedBy: string | null;
  /** Nothing but a question about policy was asked. */
  readonly consultOnly: boolean;
}

/** Situations 1–8 may end in no way before the police were told (domain.md §3.2: no state blocks the police call). */
export function policePending({ policeRequired, policeTold }: ReportFacts): string | null {
  return policeRequired && !policeTold
    ? '这类情形必须报警：请先拨打 110，并登记报警情况（强制报告意见第二条）。'
    : null;
}

/** 存查 takes two people (domain.md §3.2, D). */
export function secondPerson({ proposedBy, actorId }: ReportFacts): string | null {
  return proposedBy === actorId ? '复核需要另一个人，您是提出人。' : null;
}

export function consultOnly(facts: ReportFacts): string | null {
  if (facts.policeRequired) return '报告中有必须报警的情形，不能作为咨询答复，请分诊。';
  return facts.consultOnly ? null : '报告的不是政策咨询，请分诊，或选择其他办法。';
}

export const casesEnded = ({ openCases }: ReportFacts): string | null =>
  openCases > 0 ? '个案还没有结案，结案后再反馈办理结果。' : null;
