import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../kernel';
import { CASE_PHASES } from '../../casefile';
import type { Tx } from '../../platform/database';
import type { TriageChild } from './dto/triage.request';
import { linkRoad } from './link.rules';
import { type CaseOfChild, SameChild } from './same-child';

/** What becomes of one child of a report: into a case that exists, or a case of its own beside those it matched. */
export type ChildDecision =
  | { readonly road: 'link'; readonly caseId: string; readonly childId: string }
  | { readonly road: 'open'; readonly apartFrom: readonly CaseOfChild[] };

export interface Decisions {
  readonly children: readonly ChildDecision[];
  /** A child of the report has a case this actor may not know of: somebody else of the desk decides (design §9.3). */
  readonly hidden: readonly CaseOfChild[];
}

type Errors = Record<string, string[]>;

/** 并入还是另立: a child that has a case gets no second one silently; a person decides, and says why (design §3). */
@Injectable()
export class TriageDecisions {
  constructor(private readonly same: SameChild) {}

  /** Holds the children against other triages, then asks for every decision that is missing. @throws InvalidInput 422 */
  async check(tx: Tx, children: readonly TriageChild[]): Promise<Decisions> {
    await this.same.lock(tx, children);
    const errors: Errors = {};
    const decided: ChildDecision[] = [];
    const hidden: CaseOfChild[] = [];
    const taken = new Set<string>();
    for (const [index, child] of children.entries()) {
      const cases = await this.same.cases(tx, child);
      hidden.push(...cases.filter((file) => file.hidden));
      const decision = decide(
        child,
        cases.filter((file) => !file.hidden),
        `children.${index}`,
        errors,
      );
      if (decision === null) continue;
      if (decision.road === 'link' && taken.has(decision.caseId))
        errors[`children.${index}.caseId`] = ['这个个案已经选给另一个孩子，请核对是不是同一个孩子填了两次'];
      if (decision.road === 'link') taken.add(decision.caseId);
      decided.push(decision);
    }
    if (hidden.length === 0 && Object.keys(errors).length > 0) throw new InvalidInput(errors);
    return { children: decided, hidden };
  }
}

function decide(
  child: TriageChild,
  cases: readonly CaseOfChild[],
  path: string,
  errors: Errors,
): ChildDecision | null {
  if (child.caseDecision === 'link') return link(child, cases, path, errors);
  if (cases.length > 0 && child.caseDecision !== 'separate') {
    const named = cases.map(({ case_no: no, phase }) => `${no}（${CASE_PHASES[phase]}）`).join('、');
    errors[`${path}.caseDecision`] = [
      `这个孩子已有个案 ${named}。请选择「并入该个案」，或选择「另立个案」并写明理由`,
    ];
    return null;
  }
  if (cases.length > 0 && !child.separateReason)
    errors[`${path}.separateReason`] = ['请写明为什么另立个案，原个案的承办单位会收到提示'];
  return { road: 'open', apartFrom: cases };
}

/** The case must be of this very child; without a choice the one case there is. */
function link(
  child: TriageChild,
  cases: readonly CaseOfChild[],
  path: string,
  errors: Errors,
): ChildDecision | null {
  const [only] = cases;
  const chosen =
    child.caseId === undefined && cases.length === 1 ? only : cases.find(({ id }) => id === child.caseId);
  if (chosen === undefined || linkRoad(chosen.phase) === null) {
    errors[`${path}.caseId`] = ['请选择要并入哪一个个案；只有名字相同的，请先选用已有的儿童档案'];
    return null;
  }
  return { road: 'link', caseId: chosen.id, childId: chosen.child_id };
}
