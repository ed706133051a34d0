import { Injectable } from '@nestjs/common';
import { URGENCY_NAMES } from '../../kernel';
import { Timelines } from '../../casefile';
import { maskIdNumber } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { roleMay } from '../../support/access';
import { DeadlineQueries, type DeadlineResponse } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type { ReportContentResponse, ReportReceiptResponse, ReportResponse } from './dto/report.response';
import { authorityOf, filingRequired } from './authority.rules';
import { ReportAttachments } from './report-attachments';
import { RelatedReports } from './related-reports';
import { ReportContents } from './report-content';
import { ReportParts } from './report-parts';
import { REPORT_ACTION_PERMISSIONS, sideAllows } from './report.policy';
import { factsOf, type ReportRow } from './report-rows';
import { progressFor, REPORT_STATES, type ReportAction, reportWorkflow } from './report.workflow';

/** What a reporter never sees: who works on it, which cases, which doubts and decisions (domain.md §2, limited feedback). */
const CASEWORK_PARTS = [
  'cases',
  'related',
  'timeline',
  'screenings',
  'transfers',
  'duplicateOf',
  'duplicates',
] as const;

/** Clocks of the desk's own doubts and duties; the reporter sees the others. */
const INNER_CLOCKS: ReadonlySet<string> = new Set([
  'DL-001',
  'DL-034',
  'DL-035',
  'DL-036',
  'DL-037',
  'DL-054',
  'DL-055',
]);

/** Turns report rows into what a reader sees. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly contents: ReportContents,
    private readonly parts: ReportParts,
    private readonly related: RelatedReports,
    private readonly clocks: DeadlineQueries,
    private readonly timelines: Timelines,
    private readonly attachments: ReportAttachments,
  ) {}

  async detail(tx: Tx, row: ReportRow): Promise<ReportResponse> {
    const view = this.plain(tx, row);
    view.content = await this.content(row);
    view.additions = await this.parts.additions(tx, row.id);
    view.attachments = await this.attachments.list(tx, row);
    view.feedback = await this.parts.feedback(tx, row.id);
    view.deadlines = forReader(row, await this.clocks.forSubjects(tx, { reportId: row.id }));
    if (row.works) await this.addCasework(tx, row, view);
    view._masked = row.works ? [] : [...CASEWORK_PARTS];
    return view;
  }

  private async addCasework(tx: Tx, row: ReportRow, view: ReportResponse): Promise<void> {
    const { earlier, later } = await this.parts.duplicates(tx, row);
    view.duplicateOf = earlier;
    view.duplicates = later;
    view.cases = await this.parts.cases(tx, row.id);
    view.related = await this.related.find(tx, row);
    view.screenings = await this.parts.screenings(tx, row.id);
    view.transfers = await this.parts.transfers(tx, row.id);
    view.timeline = await this.timelines.ofReport(tx, row.id);
  }

  async list(tx: Tx, rows: readonly ReportRow[]): Promise<Map<string, ReportResponse>> {
    const clocks = await this.clocks.runningByReport(
      tx,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.map((row) => [
        row.id,
        { ...this.plain(tx, row), deadlines: forReader(row, clocks.get(row.id) ?? []) },
      ]),
    );
  }

  async receipt(tx: Tx, row: ReportRow): Promise<ReportReceiptResponse> {
    const { id, reportNo, state, stateName, urgency, urgencyName, reportedAt, policeRequired, policeToldAt } =
      this.plain(tx, row);
    const deadlines = forReader(row, await this.clocks.forSubjects(tx, { reportId: id }));
    return {
      id,
      reportNo,
      state,
      stateName,
      urgency,
      urgencyName,
      reportedAt,
      policeRequired,
      policeToldAt,
      deadlines,
    };
  }

  private plain(tx: Tx, row: ReportRow): ReportResponse {
    const iso = (at: Date | null): string | null => at?.toISOString() ?? null;
    const situations = row.situations.flatMap((code) => this.reference.situation(code) ?? []);
    const authority = row.authority_kind ?? authorityOf(row.unit_type);
    const progress = progressFor(row.state, row.feedback_count > 0);
    return {
      id: row.id,
      reportNo: row.report_no,
      state: row.shown_state,
      stateName: row.works ? REPORT_STATES[row.state] : progress,
      progress,
      urgency: row.urgency,
      urgencyName: URGENCY_NAMES[row.urgency],
      channel: row.channel,
      unitType: row.unit_type,
      situations: row.situations,
      situationNames: row.situations.map((code) => this.reference.situation(code)?.name ?? code),
      regionCode: row.region_code,
      regionName: row.region_code === null ? null : (this.reference.region(row.region_code)?.name ?? null),
      childCount: row.child_count,
      childSafeNow: row.child_safe_now,
      discoveredAt: iso(row.discovered_at),
      reportedAt: row.reported_at.toISOString(),
      receivedAt: iso(row.received_at),
      triagedAt: iso(row.triaged_at),
      policeRequired: row.police_required,
      policeToldAt: iso(row.police_told_at),
      policeReceiptNo: row.police_receipt_no,
      authorityRequired: filingRequired(row.unit_type, situations),
      authorityKind: authority,
      authorityName: authority === null ? null : (this.reference.codeName('AUTHORITIES', authority) ?? null),
      authorityToldAt: iso(row.authority_told_at),
      authorityReceiptNo: row.authority_receipt_no,
      retractedAt: iso(row.retracted_at),
      exclusionHints: row.exclusion_hints,
      isOwn: row.filed,
      content: null,
      wantsSecrecy: row.wants_secrecy,
      cases: null,
      related: null,
      duplicateOf: null,
      duplicates: null,
      screenings: null,
      transfers: null,
      additions: null,
      attachments: null,
      feedback: null,
      deadlines: null,
      timeline: null,
      allowedActions: this.allowed(tx, row),
      version: row.version,
      _masked: [],
    };
  }

  private allowed(tx: Tx, row: ReportRow): ReportResponse['allowedActions'] {
    return reportWorkflow
      .allowed(row.state, factsOf(row, tx.actor.userId, this.reference))
      .filter(({ action }) => roleMay(tx.actor.role, REPORT_ACTION_PERMISSIONS[action as ReportAction]))
      .filter(({ action }) => sideAllows(action as ReportAction, row));
  }

  private async content(row: ReportRow): Promise<ReportContentResponse> {
    const content = await this.contents.open(row.id, {
      narrative: row.narrative,
      childSheet: row.child_sheet,
      suspectSheet: row.suspect_sheet,
    });
    const children = content.children.map((child) => ({
      ...child,
      ...(child.idNumber ? { idNumber: maskIdNumber(child.idNumber) } : {}),
    }));
    return { ...content, children, suspects: [...content.suspects] };
  }
}

function forReader({ works }: ReportRow, clocks: DeadlineResponse[]): DeadlineResponse[] {
  return works ? clocks : clocks.filter(({ ruleId }) => !INNER_CLOCKS.has(ruleId));
}
