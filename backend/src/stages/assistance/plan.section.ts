import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  type PlanGoalResponse,
  type PlanResponse,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { PLAN_STATES, type PlanState, planStates } from './plan.rules';

interface PlanRow {
  id: string;
  proposed: boolean;
  body: Buffer;
  review_on: string;
  made_by: string | null;
  made_at: Date;
  approved: boolean | null;
  note: Buffer | null;
  decided_by: string | null;
  decided_at: Date | null;
}

interface PlanBody {
  readonly goals: readonly (Omit<PlanGoalResponse, 'resources'> & { readonly resources?: string })[] | string;
  /** Of plans that are older than goals with their own measures. */
  readonly measures?: string;
  readonly emergencyPlan?: string;
  readonly adulthood?: string;
  readonly familyView?: string;
  readonly childInformed?: boolean;
  readonly notInformedReason?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** What the assistance stage tells a case: the plans that count, the one that waits, and all of them for its page, oldest first. */
@Injectable()
export class PlanSection implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'assistance', read: planFacts });
    this.sections.register('plans', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<PlanResponse[]> {
    const rows = await tx.query<PlanRow>(
      `SELECT p.id, p.proposed, p.body, p.review_on::text AS review_on, u.display_name AS made_by, p.made_at,
              d.approved, d.note, e.display_name AS decided_by, d.decided_at
         FROM plan p LEFT JOIN app_user u ON u.id = p.made_by
         LEFT JOIN plan_decision d ON d.plan_id = p.id LEFT JOIN app_user e ON e.id = d.decided_by
        WHERE p.case_id = $1 ORDER BY p.made_at, p.id`,
      [file.id],
    );
    const states = planStates(rows);
    return Promise.all(rows.map((row, index) => this.view(row, file.childId, states[index] ?? 'replaced')));
  }

  private async view(row: PlanRow, childId: string, state: PlanState): Promise<PlanResponse> {
    const body = (await this.crypto.decryptJson(childId, 'plan.body', row.id, row.body)) as PlanBody;
    return {
      id: row.id,
      state,
      stateName: PLAN_STATES[state],
      goals: goalsOf(body, row.review_on),
      emergencyPlan: body.emergencyPlan ?? null,
      adulthood: body.adulthood ?? null,
      familyView: body.familyView ?? null,
      childInformed: body.childInformed ?? null,
      notInformedReason: body.notInformedReason ?? null,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      reviewOn: row.review_on,
      madeByName: row.made_by,
      madeAt: row.made_at.toISOString(),
      decisionNote:
        row.note === null ? null : await this.crypto.decrypt(childId, 'plan_decision.note', row.id, row.note),
      decidedByName: row.decided_by,
      decidedAt: row.decided_at?.toISOString() ?? null,
    };
  }
}

/** Plans of before had one text of goals and one of measures. */
function goalsOf({ goals, measures }: PlanBody, reviewOn: string): PlanGoalResponse[] {
  if (typeof goals === 'string')
    return [{ goal: goals, measures: measures ?? '', owner: '', dueOn: reviewOn, resources: null }];
  return goals.map((goal) => ({ ...goal, resources: goal.resources ?? null }));
}

async function planFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const rows = await tx.query<{ proposed: boolean; approved: boolean | null; made_by: string }>(
    `SELECT p.proposed, d.approved, p.made_by FROM plan p LEFT JOIN plan_decision d ON d.plan_id = p.id
      WHERE p.case_id = $1 ORDER BY p.made_at, p.id`,
    [caseId],
  );
  const states = planStates(rows);
  const waiting = states.indexOf('proposed');
  return {
    plans: rows.filter(({ proposed, approved }) => !proposed || approved === true).length,
    planProposedBy: rows[waiting]?.made_by ?? null,
  };
}
