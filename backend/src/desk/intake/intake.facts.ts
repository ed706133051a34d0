import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, CaseFactSources, CaseSections } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';

/** What intake knows of a case: whether the reporter heard back, whether the police were told, which report it came from. */
@Injectable()
export class IntakeFacts implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'intake', read: reporterFacts });
    this.sections.register('report', async (tx, file) => {
      const [row] = await tx.query<{ id: string; reportNo: string }>(
        `SELECT r.id, r.report_no AS "reportNo" FROM report r WHERE r.incident_id = $1 AND ${visibility.report('r')} ORDER BY r.reported_at LIMIT 1`,
        [file.incidentId],
      );
      return row ?? null;
    });
  }
}

/** Everybody who works on a case needs these two answers, also those who may not see the report: the database tells just that. */
async function reporterFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ answered: boolean; pending: boolean }>(
    'SELECT answered, police_pending AS pending FROM report_facts_of_case($1)',
    [caseId],
  );
  return { triageFeedbackGiven: row?.answered ?? false, policePending: row?.pending ?? false };
}
