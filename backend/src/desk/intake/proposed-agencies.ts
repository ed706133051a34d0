import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { type Agency, ReferenceData } from '../../support/reference';
import { type OrderRule, type RoutingRow, RoutingTable } from '../coordination';
import type {
  ProposedExclusion,
  ProposedNotice,
  ProposedOrder,
  TriageProposalResponse,
} from './dto/triage.response';
import type { ReportContent } from './report-content';
import type { ReportRow } from './report-rows';

/** What the proposal knows of a report before a person decides. */
export interface ReportAtHand {
  readonly report: ReportRow;
  readonly content: ReportContent;
  readonly exclusions: readonly ProposedExclusion[];
}

/** They may be where the danger is: a person ticks them, whatever the routing table says (design §9.2). */
const NEVER_TOLD_BY_DEFAULT: ReadonlySet<string> = new Set(['school', 'village']);

/** An order to another school would tell strangers of the child. */
const NOT_THEIR_SCHOOL = '没有找到孩子就读的学校，确认是这所学校才选';

interface Called<Row> {
  readonly row: Row;
  readonly agency: Agency;
  readonly holds: boolean;
  /** When it is asked, for the person who decides. */
  readonly conditionName: string | null;
  readonly excludedBecause: string | null;
}

/** The agencies that rows of the routing table call, nearest first; an excluded one is named with the reason and never ticked. */
@Injectable()
export class ProposedAgencies {
  constructor(
    private readonly reference: ReferenceData,
    private readonly routing: RoutingTable,
  ) {}

  async propose(
    tx: Tx,
    situations: readonly string[],
    about: ReportAtHand,
  ): Promise<Pick<TriageProposalResponse, 'orders' | 'notices'>> {
    const { districtCode } = tx.actor;
    return {
      orders: this.orders(districtCode, await this.routing.rowsFor(tx, situations), about),
      notices: this.notices(districtCode, await this.routing.noticesFor(tx, situations), about),
    };
  }

  private orders(districtCode: string, rows: readonly OrderRule[], about: ReportAtHand): ProposedOrder[] {
    return this.called(districtCode, rows, about).map(
      ({ row, agency, holds, conditionName, excludedBecause }) => ({
        ...this.routing.propose(agency, row),
        conditionName,
        selected: excludedBecause === null && holds,
        excludedBecause,
      }),
    );
  }

  private notices(districtCode: string, rows: readonly RoutingRow[], about: ReportAtHand): ProposedNotice[] {
    return this.called(districtCode, rows, about).map(
      ({ row, agency, holds, conditionName, excludedBecause }) => ({
        agencyId: agency.id,
        agencyName: agency.name,
        agencyKind: agency.kind,
        task: row.task,
        article: row.article,
        logsIn: this.reference.hasPeople(agency.id, 'agency-notice.read'),
        selected: excludedBecause === null && holds && !NEVER_TOLD_BY_DEFAULT.has(agency.kind),
        conditionName,
        excludedBecause,
      }),
    );
  }

  private called<Row extends RoutingRow>(
    districtCode: string,
    rows: readonly Row[],
    { report, content, exclusions }: ReportAtHand,
  ): Called<Row>[] {
    const met = conditionsMet(report, content);
    const region = report.region_code ?? undefined;
    return rows.flatMap((row) => {
      const nearest = this.reference.agenciesOfKind(districtCode, row.agency_kind, region);
      const own = row.agency_kind === 'school' ? nearest.find((school) => isOf(content, school)) : nearest[0];
      const agency = own ?? nearest[0];
      if (agency === undefined) return [];
      const excluded = exclusions.find(({ principalId }) => principalId === agency.id);
      return [
        {
          row,
          agency,
          holds:
            own !== undefined &&
            (row.conditions.length === 0 || row.conditions.some((code) => met.has(code))),
          conditionName: own === undefined ? NOT_THEIR_SCHOOL : this.routing.conditionName(row),
          excludedBecause:
            excluded === undefined
              ? null
              : (this.reference.codeName('EXCLUSION_HINTS', excluded.hint) ?? '谁不能知道'),
        },
      ];
    });
  }
}

/** Whether a child of the report goes to this school, by the name somebody typed: 「第二中学」 is 「平新县第二中学」. */
function isOf({ children }: ReportContent, { name }: Agency): boolean {
  return children.some(({ school }) => school && (name.includes(school) || school.includes(name)));
}

/** Conditions of the routing table that the report itself answers; the others wait for a person. */
function conditionsMet(report: ReportRow, content: ReportContent): ReadonlySet<string> {
  const met = new Set<string>();
  const schoolUnit = report.unit_type === 'SCHOOL' || report.unit_type === 'KINDERGARTEN';
  if (schoolUnit || content.children.some(({ school }) => school)) met.add('school');
  if (content.injury ?? content.medicalSent === 'yes') met.add('injury');
  if (report.urgency === 'U0') met.add('severe');
  if (report.child_safe_now === 'no') met.add('placement');
  // A school is told only when nobody of it may be the danger.
  if (report.exclusion_hints.includes('SAME_UNIT')) met.delete('school');
  return met;
}
