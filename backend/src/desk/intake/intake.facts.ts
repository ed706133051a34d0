import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, CaseFactSources, type CaseReportResponse, CaseSections } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';

const HOW_NAMES = {
  opened: '由此立案',
  joined: '并入本案',
  reopened: '重新启动本案',
  matched: '可能与本案有关，待核对',
} as const;

/** What intake knows of a case: whether every reporter heard back, whether the police were told, which reports belong to it. */
@Injectable()
export class IntakeFacts implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly sections: CaseSections,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'intake', read: reporterFacts });
    this.sections.register('reports', (tx, file) => reportsOf(tx, file.id));
  }
}

/** Everybody who works on a case needs these answers, also those who may not see the report: the database tells just that. */
async function reporterFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ answered: boolean; pending: boolean; suspected: boolean }>(
    'SELECT answered, police_pending AS pending, guardian_suspected AS suspected FROM report_facts_of_case($1)',
    [caseId],
  );
  return {
    triageFeedbackGiven: row?.answered ?? false,
    policePending: row?.pending ?? false,
    guardianSuspected: row?.suspected ?? false,
  };
}

/** Linked reports for who may open them, and reports that matched, by number only for everybody else who works here. */
async function reportsOf(tx: Tx, caseId: string): Promise<CaseReportResponse[]> {
  const rows = await tx.query<{
    id: string | null;
    report_no: string;
    how: keyof typeof HOW_NAMES;
    at: Date;
  }>(
    `SELECT r.id, r.report_no, l.how, l.linked_at AS at FROM report_link l JOIN report r ON r.id = l.report_id
      WHERE l.case_id = $1 AND ${visibility.reportwork('r')}
     UNION ALL
     SELECT r.id, m.report_no, 'matched', m.found_at FROM report_match m LEFT JOIN report r ON r.id = m.report_id AND ${visibility.reportwork('r')}
      WHERE m.case_id = $1 AND m.kept_apart_at IS NULL AND NOT EXISTS (SELECT 1 FROM report_link l WHERE l.report_id = m.report_id AND l.case_id = m.case_id)
     ORDER BY at, report_no`,
    [caseId],
  );
  return rows.map(({ id, report_no: reportNo, how, at }) => ({
    id,
    reportNo,
    how,
    howName: HOW_NAMES[how],
    at: at.toISOString(),
  }));
}
