import { Injectable } from '@nestjs/common';
import { addDays, addMonths, localDate, NotVisible, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import type { ProposedChild, ProposedExclusion, TriageProposalResponse } from './dto/triage.response';
import { ChildMatches } from './child-matches';
import { ProposedAgencies } from './proposed-agencies';
import { RelatedReports } from './related-reports';
import type { ExclusionHint } from './report.codes';
import { type ReportContent, ReportContents } from './report-content';
import type { ReportRow } from './report-rows';

/** What the report, the routing table and earlier files suggest; a person decides. */
@Injectable()
export class TriageProposals {
  constructor(
    private readonly database: AppDatabase,
    private readonly contents: ReportContents,
    private readonly agencies: ProposedAgencies,
    private readonly matches: ChildMatches,
    private readonly related: RelatedReports,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  get(ctx: RequestContext, reportId: string): Promise<TriageProposalResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<ReportRow>(
        `SELECT r.* FROM report r WHERE r.id = $1 AND ${visibility.reportwork('r')}`,
        [reportId],
      );
      if (row === undefined) throw new NotVisible();
      this.audit.record(tx, { action: 'report.triage-proposal', subjectKind: 'report', subjectId: reportId });
      const content = await this.contents.open(reportId, {
        narrative: row.narrative,
        childSheet: row.child_sheet,
        suspectSheet: row.suspect_sheet,
      });
      const situations = this.bySeverity(row.situations);
      const exclusions = await this.exclusions(tx, reportId);
      const children = content.children.map((child) => proposeChild(child, localDate(tx.now)));
      return {
        urgency: row.urgency,
        situations,
        regionCode: row.region_code,
        children,
        suspects: content.suspects.map(({ name, perpetratorType, relation }) => ({
          ...(name ? { name } : {}),
          perpetratorType,
          ...(relation ? { relation } : {}),
        })),
        ...(await this.agencies.propose(tx, situations, { report: row, content, exclusions })),
        exclusions,
        matches: await this.matches.find(tx, children),
        related: await this.related.find(tx, row),
      };
    });
  }

  /** The most urgent situation first: its lead leads. */
  private bySeverity(codes: readonly string[]): string[] {
    const urgency = (code: string): string => this.reference.situation(code)?.defaultUrgency ?? 'U3';
    const sorted = [...codes].sort((a, b) =>
      urgency(a) < urgency(b) ? -1 : urgency(a) > urgency(b) ? 1 : 0,
    );
    return sorted.length > 0 ? sorted : ['MR9'];
  }

  private async exclusions(tx: Tx, reportId: string): Promise<ProposedExclusion[]> {
    const rows = await tx.query<{ principal_id: string; hint: ExclusionHint }>(
      'SELECT principal_id, hint FROM report_exclusion WHERE report_id = $1',
      [reportId],
    );
    return rows.map((row) => ({
      principalId: row.principal_id,
      hint: row.hint,
      name: this.reference.agency(row.principal_id)?.name ?? '（人员）',
    }));
  }
}

function proposeChild(child: ReportContent['children'][number], today: string): ProposedChild {
  const guardians = child.guardianName
    ? [
        {
          name: child.guardianName,
          relation: child.guardianRelation ?? '',
          ...(child.guardianPhone ? { phone: child.guardianPhone } : {}),
        },
      ]
    : [];
  const birth = child.birthDate
    ? { birthDate: child.birthDate, birthDateEstimated: false }
    : child.age === undefined
      ? {}
      : { birthDate: addDays(addMonths(today, -12 * child.age), -183), birthDateEstimated: true };
  return {
    ...(child.name ? { name: child.name } : {}),
    sex: child.sex,
    ...birth,
    ...(child.idNumber ? { idNumber: child.idNumber } : {}),
    ...(child.address ? { address: child.address } : {}),
    ...(child.school ? { school: child.school } : {}),
    guardians,
  };
}
