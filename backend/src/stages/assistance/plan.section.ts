import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  CaseSections,
  type PlanResponse,
  type SectionCase,
} from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';

interface PlanRow {
  id: string;
  body: Buffer;
  review_on: string;
  made_by: string | null;
  made_at: Date;
}

interface PlanBody {
  readonly goals: string;
  readonly measures: string;
  readonly emergencyPlan?: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** What the assistance stage tells a case: how many plans there are, and the plans for its page, oldest first. */
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
      `SELECT p.id, p.body, p.review_on::text AS review_on, u.display_name AS made_by, p.made_at
         FROM plan p LEFT JOIN app_user u ON u.id = p.made_by WHERE p.case_id = $1 ORDER BY p.made_at, p.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: PlanRow, childId: string): Promise<PlanResponse> {
    const body = (await this.crypto.decryptJson(childId, 'plan.body', row.id, row.body)) as PlanBody;
    return {
      id: row.id,
      goals: body.goals,
      measures: body.measures,
      emergencyPlan: body.emergencyPlan ?? null,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      reviewOn: row.review_on,
      madeByName: row.made_by,
      madeAt: row.made_at.toISOString(),
    };
  }
}

async function planFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ plans: number }>(
    'SELECT count(*)::int AS plans FROM plan WHERE case_id = $1',
    [caseId],
  );
  return { plans: row?.plans ?? 0 };
}
