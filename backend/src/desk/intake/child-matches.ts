import { Injectable } from '@nestjs/common';
import type { Urgency } from '../../kernel';
import { CASE_PHASES, type CasePhase } from '../../casefile';
import { PersonSearch } from '../../people';
import { type Tx, visibility } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { openOrder } from '../coordination';
import type { ChildMatch, ProposedChild, TriageCaseMatch } from './dto/triage.response';
import { linkRoad } from './link.rules';
import { SameChild } from './same-child';

interface CaseRow {
  id: string;
  child_id: string;
  case_no: string;
  phase: CasePhase;
  urgency: Urgency;
  opened_at: Date;
  situations: string[];
  worker_id: string;
  holders: string[];
}

const CASES = `
  SELECT c.id, c.child_id, c.case_no, c.phase, c.urgency, c.opened_at, c.situations, coalesce(c.worker_agency_id, c.owner_agency_id) AS worker_id,
         ARRAY(SELECT w.agency_id FROM work_order w WHERE w.case_id = c.id AND ${openOrder('w')}) AS holders
    FROM case_file c WHERE c.child_id = ANY ($1) AND ${visibility.case('c')} AND ${visibility.casework('c')}
   ORDER BY c.opened_at DESC, c.id`;

/** 查重: children who already have a file and might be the same, with their cases; which of them ask for a decision. */
@Injectable()
export class ChildMatches {
  constructor(
    private readonly people: PersonSearch,
    private readonly same: SameChild,
    private readonly reference: ReferenceData,
  ) {}

  async find(tx: Tx, children: readonly ProposedChild[]): Promise<ChildMatch[]> {
    const found: ChildMatch[] = [];
    for (const [childIndex, child] of children.entries()) {
      if (!child.name && !child.idNumber) continue;
      const similar = await this.people.findSimilarChildren(tx, child);
      const sameChild = await this.same.cases(tx, child);
      const strong = new Set(sameChild.filter(({ hidden }) => !hidden).map(({ id }) => id));
      const cases = await this.cases(
        tx,
        similar.map(({ personId }) => personId),
        strong,
      );
      found.push(
        ...similar.map((person) => ({ childIndex, ...person, cases: cases.get(person.personId) ?? [] })),
      );
    }
    return found;
  }

  private async cases(
    tx: Tx,
    childIds: readonly string[],
    strong: ReadonlySet<string>,
  ): Promise<Map<string, TriageCaseMatch[]>> {
    const byChild = new Map<string, TriageCaseMatch[]>();
    if (childIds.length === 0) return byChild;
    for (const row of await tx.query<CaseRow>(CASES, [childIds])) {
      const view = {
        id: row.id,
        caseNo: row.case_no,
        phase: row.phase,
        phaseName: CASE_PHASES[row.phase],
        urgency: row.urgency,
        openedAt: row.opened_at.toISOString(),
        workerName: this.reference.agency(row.worker_id)?.name ?? '',
        situationNames: row.situations.map((code) => this.reference.situation(code)?.name ?? code),
        strong: strong.has(row.id),
        road: linkRoad(row.phase),
        orderAgencyIds: row.holders,
      };
      byChild.set(row.child_id, [...(byChild.get(row.child_id) ?? []), view]);
    }
    return byChild;
  }
}
