import { Injectable } from '@nestjs/common';
import { type Urgency, URGENCY_NAMES } from '../../kernel';
import { CASE_PHASES, type CasePhase, Timelines } from '../../casefile';
import { FieldCrypto, maskIdNumber } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { roleMay } from '../../support/access';
import { DeadlineQueries } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type {
  ReportCaseResponse,
  ReportContentResponse,
  ReportFeedbackResponse,
  ReportReceiptResponse,
  ReportResponse,
} from './dto/report.response';
import type { ExclusionHint } from './report.codes';
import { ReportAttachments } from './report-attachments';
import { ReportContents } from './report-content';
import {
  progressFor,
  REPORT_STATES,
  type ReportAction,
  type ReportState,
  reportWorkflow,
} from './report.workflow';

export interface ReportRow {
  id: string;
  report_no: string;
  state: ReportState;
  urgency: Urgency;
  urgency_order: string;
  channel: string;
  unit_type: string;
  situations: string[];
  region_code: string | null;
  child_count: number;
  child_safe_now: 'yes' | 'no' | 'unknown';
  discovered_at: Date | null;
  reported_at: Date;
  received_at: Date | null;
  triaged_at: Date | null;
  police_required: boolean;
  police_told_at: Date | null;
  police_receipt_no: string | null;
  authority_told_at: Date | null;
  exclusion_hints: ExclusionHint[];
  incident_id: string | null;
  narrative: Buffer;
  child_sheet: Buffer;
  suspect_sheet: Buffer;
  wants_secrecy: boolean | null;
  is_own: boolean | null;
  works: boolean;
  feedback_count: number;
  open_cases: number;
  version: number;
}

const FEEDBACK_STAGES = { triage: '受理情况', progress: '办理进展', result: '办理结果' } as const;
/** What a reporter never sees: who works on it, which cases, which clocks (domain.md §2, limited feedback). */
const CASEWORK_PARTS = ['cases', 'timeline'] as const;
const ACTION_PERMISSIONS = {
  receive: 'report.receive',
  triage: 'report.triage',
  'record-police': 'report.record-police',
  add: 'report.add',
  feedback: 'report.feedback',
  conclude: 'report.feedback',
  'disclose-reporter': 'report.disclose-reporter',
} as const satisfies Record<ReportAction, Parameters<typeof roleMay>[1]>;
/** A reporter may add and say that the police were called; the rest is intake's. */
const REPORTER_ACTIONS: ReadonlySet<string> = new Set(['add', 'record-police']);

/** Turns report rows into what a reader sees. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly contents: ReportContents,
    private readonly crypto: FieldCrypto,
    private readonly clocks: DeadlineQueries,
    private readonly timelines: Timelines,
    private readonly attachments: ReportAttachments,
  ) {}

  async detail(tx: Tx, row: ReportRow): Promise<ReportResponse> {
    const view = this.plain(tx, row);
    view.content = await this.content(row);
    view.additions = await this.additions(tx, row.id);
    view.attachments = await this.attachments.list(tx, row);
    view.feedback = await this.feedback(tx, row.id);
    view.deadlines = await this.clocks.forSubjects(tx, { reportId: row.id });
    if (row.works) {
      view.cases = await this.cases(tx, row.incident_id);
      view.timeline = await this.timelines.ofReport(tx, row.id);
    }
    view._masked = row.works ? [] : [...CASEWORK_PARTS];
    return view;
  }

  async list(tx: Tx, rows: readonly ReportRow[]): Promise<Map<string, ReportResponse>> {
    const clocks = await this.clocks.runningByReport(
      tx,
      rows.map((row) => row.id),
    );
    return new Map(
      rows.map((row) => [row.id, { ...this.plain(tx, row), deadlines: clocks.get(row.id) ?? [] }]),
    );
  }

  async receipt(tx: Tx, row: ReportRow): Promise<ReportReceiptResponse> {
    const { id, reportNo, state, stateName, urgency, urgencyName, reportedAt, policeRequired, policeToldAt } =
      this.plain(tx, row);
    const deadlines = await this.clocks.forSubjects(tx, { reportId: id });
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
    return {
      id: row.id,
      reportNo: row.report_no,
      state: row.state,
      stateName: REPORT_STATES[row.state],
      progress: progressFor(row.state, row.feedback_count > 0),
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
      authorityToldAt: iso(row.authority_told_at),
      exclusionHints: row.exclusion_hints,
      isOwn: row.is_own === true,
      content: null,
      wantsSecrecy: row.wants_secrecy,
      cases: null,
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
    const facts = {
      policeTold: row.police_told_at !== null,
      openCases: row.open_cases,
      summaryWritten: true,
    };
    return reportWorkflow
      .allowed(row.state, facts)
      .filter(({ action }) => roleMay(tx.actor.role, ACTION_PERMISSIONS[action as ReportAction]))
      .filter(({ action }) => row.works || REPORTER_ACTIONS.has(action));
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

  private async additions(
    tx: Tx,
    reportId: string,
  ): Promise<{ id: string; text: string; addedAt: string }[]> {
    const rows = await tx.query<{ id: string; body: Buffer; added_at: Date }>(
      'SELECT id, body, added_at FROM report_addition WHERE report_id = $1 ORDER BY added_at, id',
      [reportId],
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        text: await this.crypto.decrypt(reportId, 'report_addition.body', row.id, row.body),
        addedAt: row.added_at.toISOString(),
      })),
    );
  }

  private async feedback(tx: Tx, reportId: string): Promise<ReportFeedbackResponse[]> {
    const rows = await tx.query<{
      id: string;
      stage: keyof typeof FEEDBACK_STAGES;
      body: Buffer;
      given_at: Date;
    }>('SELECT id, stage, body, given_at FROM report_feedback WHERE report_id = $1 ORDER BY given_at, id', [
      reportId,
    ]);
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        stage: row.stage,
        stageName: FEEDBACK_STAGES[row.stage],
        text: await this.crypto.decrypt(reportId, 'feedback.body', row.id, row.body),
        givenAt: row.given_at.toISOString(),
      })),
    );
  }

  private async cases(tx: Tx, incidentId: string | null): Promise<ReportCaseResponse[]> {
    if (incidentId === null) return [];
    const rows = await tx.query<{ id: string; case_no: string; phase: CasePhase }>(
      'SELECT c.id, c.case_no, c.phase FROM case_file c WHERE c.incident_id = $1 AND can_see_case(c.id) ORDER BY c.case_no',
      [incidentId],
    );
    return rows.map((row) => ({ id: row.id, caseNo: row.case_no, phaseName: CASE_PHASES[row.phase] }));
  }
}
