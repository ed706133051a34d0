import { Injectable } from '@nestjs/common';
import type { Urgency } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { linkTo } from '../notifications';
import type { DeadlineSubject, OpenedDeadline } from './deadline.service';
import type { DeadlineItem, DeadlineResponse } from './dto/deadline.response';
import {
  type Basis,
  BASIS_NAMES,
  type LadderRung,
  mannerOf,
  STEP_NAMES,
  type StepKind,
} from './ladder.rules';

interface StepRow {
  index: number;
  step: StepKind;
  at: string;
  number: string | null;
}

interface ShownRow {
  id: string;
  rule_id: string;
  name: string;
  variant: string | null;
  source: string;
  basis: Basis;
  owner_kind: string;
  start_at: Date;
  due_at: Date;
  state: DeadlineResponse['state'];
  provisional: boolean;
  closed_at: Date | null;
  owner_name: string | null;
  ladder: readonly LadderRung[];
  steps: readonly StepRow[];
}

interface DeadlineRow extends ShownRow {
  work_order_id: string | null;
  report_id: string | null;
}

const SELECT = `
  SELECT d.id, d.rule_id, r.name, d.variant, r.source, r.basis, r.owner_kind, d.start_at, d.due_at, d.state, d.provisional, d.closed_at, d.ladder, d.work_order_id, d.report_id,
         coalesce(u.display_name, a.name) AS owner_name,
         coalesce((SELECT jsonb_agg(jsonb_build_object('index', s.step_index, 'step', s.step, 'at', s.at, 'number', s.number))
                     FROM deadline_step s WHERE s.deadline_id = d.id), '[]') AS steps
    FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id
    LEFT JOIN agency a ON a.id = d.owner_agency_id LEFT JOIN app_user u ON u.id = d.owner_user_id`;
/** Running first, the most pressing on top. */
const ORDER = `ORDER BY (d.state = 'running') DESC, d.due_at, d.id`;
const MINE = `(d.owner_user_id = ctx_user() OR (d.owner_user_id IS NULL AND d.owner_agency_id = ANY (ctx_principals())))`;
/** The record a person opens: clocks of placements, measures and alerts run under rows of their own. */
export const RECORD_OF_CLOCK = `coalesce(CASE d.subject_kind WHEN 'case' THEN d.case_id WHEN 'report' THEN d.report_id
  WHEN 'work_order' THEN d.work_order_id END, d.subject_id)`;
const COUNT_CAP = 100;

export interface CappedCount {
  readonly count: number;
  readonly capped: boolean;
}

/** Which clocks: those of a report, of a case with its orders, of a watched child, of a village's sheet in a screening, of a unit, or of some orders. */
export type DeadlineScope =
  | { readonly reportId: string }
  | { readonly caseId: string }
  | { readonly watchItemId: string }
  | { readonly campaignSheetId: string }
  | { readonly agencyId: string }
  | { readonly workOrderIds: readonly string[] }
  | { readonly reportIds: readonly string[] };

export interface DeadlineFilter {
  /** Only clocks that run out before this instant. */
  readonly dueBefore?: Date;
  /** Only clocks the actor owns; otherwise all the actor may see. */
  readonly mine?: boolean;
  readonly limit?: number;
}

/** Clocks a person may see; lists name the visibility rule besides row-level security. */
@Injectable()
export class DeadlineQueries {
  /** All clocks in scope, finished ones included. */
  async forSubjects(tx: Tx, scope: DeadlineScope): Promise<DeadlineResponse[]> {
    const rows = await find(tx, scope);
    return rows.map((row) => toDeadlineResponse(row, tx.now));
  }

  /** A clock just opened, as `forSubjects` will show it: who wrote it need not read it again. */
  opened(
    { id, rule, variant, startAt, dueAt, provisional, ladder }: OpenedDeadline,
    ownerName: string,
  ): DeadlineResponse {
    const row: ShownRow = {
      id,
      rule_id: rule.id,
      name: rule.name,
      variant,
      source: rule.source,
      basis: rule.basis,
      owner_kind: rule.ownerKind,
      start_at: startAt,
      due_at: dueAt,
      state: 'running',
      provisional,
      closed_at: null,
      owner_name: ownerName,
      ladder,
      steps: [],
    };
    return toDeadlineResponse(row, startAt);
  }

  /** The clock to show for each work order: the most pressing that runs, else the one that ended last. */
  async currentByWorkOrder(tx: Tx, workOrderIds: readonly string[]): Promise<Map<string, DeadlineResponse>> {
    const found = new Map<string, DeadlineResponse>();
    for (const row of await find(tx, { workOrderIds })) {
      const { work_order_id: orderId } = row;
      if (orderId === null) continue;
      const shown = found.get(orderId);
      const isLater =
        shown?.state !== 'running' &&
        row.state !== 'running' &&
        (shown?.closedAt ?? '') < (row.closed_at?.toISOString() ?? '');
      if (shown === undefined || isLater) found.set(orderId, toDeadlineResponse(row, tx.now));
    }
    return found;
  }

  /** The running clocks of each report, for lists. */
  async runningByReport(tx: Tx, reportIds: readonly string[]): Promise<Map<string, DeadlineResponse[]>> {
    const found = new Map<string, DeadlineResponse[]>();
    if (reportIds.length === 0) return found;
    for (const row of await find(tx, { reportIds })) {
      if (row.state !== 'running' || row.report_id === null) continue;
      found.set(row.report_id, [...(found.get(row.report_id) ?? []), toDeadlineResponse(row, tx.now)]);
    }
    return found;
  }

  /** Running duties whose time has passed. */
  async countOverdue(tx: Tx, filter: Pick<DeadlineFilter, 'mine'> = {}): Promise<CappedCount> {
    return this.countRunningBefore(tx, tx.now, filter);
  }

  /** Running duties that run out before an instant, counted up to 100. */
  async countRunningBefore(
    tx: Tx,
    before: Date,
    filter: Pick<DeadlineFilter, 'mine'> = {},
  ): Promise<CappedCount> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM deadline d WHERE ${running(filter)} AND d.duty AND d.due_at < $1 LIMIT ${COUNT_CAP + 1}) x`,
      [before],
    );
    const n = row?.n ?? 0;
    return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
  }

  /** Running clocks, the next to run out first. */
  async list(tx: Tx, filter: DeadlineFilter = {}): Promise<DeadlineItem[]> {
    const rows = await tx.query<{
      id: string;
      name: string;
      variant: string | null;
      subject_kind: DeadlineSubject;
      subject_id: string;
      number: string;
      urgency: Urgency;
      due_at: Date;
      duty: boolean;
    }>(
      `SELECT d.id, r.name, d.variant, d.subject_kind,
              ${RECORD_OF_CLOCK} AS subject_id, d.number, d.urgency, d.due_at, d.duty
         FROM deadline d JOIN deadline_rule r ON r.id = d.rule_id
        WHERE ${running(filter)} AND ($1::timestamptz IS NULL OR d.due_at < $1) ORDER BY d.due_at, d.id LIMIT $2`,
      [filter.dueBefore ?? null, filter.limit ?? 20],
    );
    return rows.map((row) => ({
      id: row.id,
      name: nameOf(row),
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      number: row.number,
      urgency: row.urgency,
      dueAt: row.due_at.toISOString(),
      overdue: row.duty && row.due_at < tx.now,
      link: linkTo(row.subject_kind, row.subject_id),
    }));
  }
}

function running({ mine }: Pick<DeadlineFilter, 'mine'>): string {
  return `d.state = 'running' AND ${visibility.deadline('d')}${mine === true ? ` AND ${MINE}` : ''}`;
}

function find(tx: Tx, scope: DeadlineScope): Promise<DeadlineRow[]> {
  const [where, value] =
    'reportId' in scope
      ? [`d.subject_kind = 'report' AND d.report_id = $1`, scope.reportId]
      : 'caseId' in scope
        ? ['d.case_id = $1', scope.caseId]
        : 'watchItemId' in scope
          ? [`d.subject_kind = 'watch_item' AND d.subject_id = $1`, scope.watchItemId]
          : 'campaignSheetId' in scope
            ? [`d.subject_kind = 'campaign_sheet' AND d.subject_id = $1`, scope.campaignSheetId]
            : 'agencyId' in scope
              ? [`d.subject_kind = 'agency' AND d.subject_id = $1`, scope.agencyId]
              : 'reportIds' in scope
                ? [`d.subject_kind = 'report' AND d.report_id = ANY ($1)`, scope.reportIds]
                : ['d.work_order_id = ANY ($1) AND d.subject_id = d.work_order_id', scope.workOrderIds];
  return tx.query<DeadlineRow>(`${SELECT} WHERE ${where} AND ${visibility.deadline('d')} ${ORDER}`, [value]);
}

/** 刑事立案审查（线索需要查证）: the rule, and which of its numbers runs. */
export function nameOf({ name, variant }: Pick<ShownRow, 'name' | 'variant'>): string {
  return variant === null ? name : `${name}（${variant}）`;
}

function toDeadlineResponse(row: ShownRow, now: Date): DeadlineResponse {
  const manner = mannerOf(row.owner_kind);
  return {
    id: row.id,
    ruleId: row.rule_id,
    name: nameOf(row),
    startAt: row.start_at.toISOString(),
    dueAt: row.due_at.toISOString(),
    state: row.state,
    manner,
    overdue: manner === 'duty' && (row.closed_at ?? now) > row.due_at && row.state !== 'cancelled',
    basis: row.basis,
    basisName: BASIS_NAMES[row.basis],
    source: row.source,
    provisional: row.provisional,
    ownerName: row.owner_name ?? '',
    closedAt: row.closed_at?.toISOString() ?? null,
    ladder: row.ladder.map((rung, index) => {
      const taken = row.steps.find((step) => step.index === index);
      const step = taken?.step ?? rung.step;
      const takenAt = taken === undefined ? null : new Date(taken.at).toISOString();
      return { step, stepName: STEP_NAMES[step], at: rung.at, takenAt, number: taken?.number ?? null };
    }),
  };
}
