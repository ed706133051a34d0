import { Injectable } from '@nestjs/common';
import { addMonths, localDate } from '../../kernel';
import { CASE_PHASES, type CasePhase } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import { type Tx, visibility } from '../../platform/database';
import type { MatchedReportResponse, RelatedRecordsResponse } from './dto/report-roads.response';
import { type RelatedRow, relatedView } from './report-parts';

/** Two years of birth that may be one child's; an unknown one excludes nothing (D: estimates lie up to two years apart). */
export const BIRTH_AGREES = (a: string, b: string): string =>
  `(${a} IS NULL OR ${b} IS NULL OR abs(${a} - ${b}) <= 2)`;
/** Reports on one child within this time are flagged (domain.md §11). */
const REPEATED_MONTHS = 12;

const REPORTS = `
  SELECT r.id, r.report_no, r.state, r.reported_at, bool_or(o.kind = 'id_number') AS same_id,
         (SELECT s.id FROM report_screening s WHERE s.report_id = r.id AND s.outcome = 'confirmed' AND s.revived_at IS NULL) AS screening_id,
         (SELECT s.reason FROM report_screening s WHERE s.report_id = r.id AND s.outcome = 'confirmed' AND s.revived_at IS NULL) AS reason
    FROM report_token t JOIN report_token o ON o.token = t.token AND o.district_code = t.district_code AND o.report_id <> t.report_id
    JOIN report r ON r.id = o.report_id
   WHERE t.report_id = $1 AND ${visibility.reportwork('r')}
     AND (t.kind = 'id_number' OR ${BIRTH_AGREES('t.birth_year', 'o.birth_year')})
   GROUP BY r.id ORDER BY r.reported_at DESC, r.id LIMIT 20`;
const CASES = `
  SELECT c.id, c.case_no, c.phase, bool_or(t.kind = 'id_number') AS same_id
    FROM report_token t JOIN person_token p ON p.token = t.token AND p.district_code = t.district_code
    JOIN person x ON x.id = p.person_id AND x.kind = 'child' JOIN case_file c ON c.child_id = x.id
   WHERE t.report_id = $1 AND ${visibility.case('c')}
     AND (t.kind = 'id_number' OR ${BIRTH_AGREES('t.birth_year', 'extract(year FROM x.birth_date)')})
     AND NOT EXISTS (SELECT 1 FROM report_link l WHERE l.report_id = t.report_id AND l.case_id = c.id)
   GROUP BY c.id ORDER BY c.opened_at DESC, c.id LIMIT 20`;

/**
 * What the desk already has about the children of a report: earlier reports, those that were filed away among them, and
 * cases. Only a hint, and only what this reader may see; what others have to know travels by ReportMatching.
 */
@Injectable()
export class RelatedReports {
  constructor(private readonly crypto: FieldCrypto) {}

  async find(
    tx: Tx,
    report: { readonly id: string; readonly reported_at: Date },
  ): Promise<RelatedRecordsResponse> {
    const rows = await tx.query<
      RelatedRow & { same_id: boolean; screening_id: string | null; reason: Buffer | null }
    >(REPORTS, [report.id]);
    const cases = await tx.query<{ id: string; case_no: string; phase: CasePhase; same_id: boolean }>(CASES, [
      report.id,
    ]);
    const reports: MatchedReportResponse[] = [];
    for (const row of rows) {
      const screenOutReason =
        row.screening_id === null || row.reason === null
          ? null
          : await this.crypto.decrypt(row.id, 'report_screening.reason', row.screening_id, row.reason);
      reports.push({ ...relatedView(row), sameId: row.same_id, screenOutReason });
    }
    return {
      reports,
      cases: cases.map(({ id, case_no: caseNo, phase, same_id: sameId }) => ({
        id,
        caseNo,
        phase,
        phaseName: CASE_PHASES[phase],
        sameId,
      })),
      repeated: rows.some((row) => row.state !== 'duplicate' && isWithinMonths(row, report)),
    };
  }
}

function isWithinMonths(a: { readonly reported_at: Date }, b: { readonly reported_at: Date }): boolean {
  const [first, second] = [localDate(a.reported_at), localDate(b.reported_at)].sort();
  return first !== undefined && second !== undefined && second <= addMonths(first, REPEATED_MONTHS);
}
