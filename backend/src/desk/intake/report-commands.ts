import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext, type Urgency } from '../../kernel';
import { CaseLog } from '../../casefile';
import { type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../../support/audit';
import { Commands } from '../../support/commands';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { type FactColumns, FACT_COLUMNS, factsOf } from './report-rows';
import type { ReportFacts } from './report-facts';
import { sideAllows } from './report.policy';
import { type ReportAction, reportLogName, type ReportState, reportWorkflow } from './report.workflow';

export interface LockedReport extends FactColumns {
  readonly id: string;
  readonly report_no: string;
  readonly state: ReportState;
  readonly urgency: Urgency;
  readonly channel: string;
  readonly unit_type: string;
  readonly region_code: string | null;
  readonly reporter_id: string;
  readonly facts: ReportFacts;
}

/** What the log of an action holds besides its name. */
export interface ActionRecord {
  readonly note?: string;
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The frame of every command on a report: once per Idempotency-Key, lock, table, work, state, log (design §3). */
@Injectable()
export class ReportCommands {
  constructor(
    private readonly commands: Commands,
    private readonly log: CaseLog,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Takes a report through one action of its table; `choose` picks the action where one form serves several. Returns the
   * report's id. @throws NotVisible 404, ActionRefused 409, and what `work` throws
   */
  act(
    ctx: RequestContext,
    id: string,
    choose: ReportAction | ((report: LockedReport) => ReportAction),
    work: (tx: Tx, report: LockedReport) => Promise<ActionRecord> | Promise<void>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const report = await this.lock(tx, id);
        const action = typeof choose === 'string' ? choose : choose(report);
        const state = await this.next(tx, report, action);
        const record = (await work(tx, report)) ?? {};
        if (state !== report.state)
          await tx.execute('UPDATE report SET state = $2, version = version + 1 WHERE id = $1', [id, state]);
        await this.record(tx, report, action, state, record);
        return id;
      },
      id,
    );
  }

  /** Locks a report through the visibility rule. @throws NotVisible 404 */
  async lock(tx: Tx, id: string): Promise<LockedReport> {
    const [row] = await tx.query<Omit<LockedReport, 'facts'>>(
      `SELECT r.*, ${FACT_COLUMNS} FROM report r WHERE r.id = $1 AND ${visibility.report('r')} FOR NO KEY UPDATE OF r`,
      [id],
    );
    if (row === undefined) return this.hidden(tx, id, 'report.lock');
    return { ...row, facts: factsOf(row, tx.actor.userId, this.reference) };
  }

  /** The state after the action. Who stands on the wrong side of the report gets the answer of a stranger. */
  async next(tx: Tx, report: LockedReport, action: ReportAction): Promise<ReportState> {
    if (!sideAllows(action, report)) return this.hidden(tx, report.id, `report.${action}`);
    return reportWorkflow.next(action, report.state, report.facts);
  }

  /** Writes the timeline, audit and outbox entry of an action. */
  async record(
    tx: Tx,
    report: Pick<LockedReport, 'id' | 'state'>,
    action: ReportAction,
    state: ReportState,
    { note, data }: ActionRecord,
  ): Promise<void> {
    await this.log.record(tx, {
      action: reportLogName(action),
      reportId: report.id,
      ...(note === undefined ? {} : { note, keyId: report.id }),
      ...(data === undefined ? {} : { data }),
      ...(state === report.state ? {} : { from: report.state, to: state }),
    });
  }

  /** The clock of a report's own steps, owned by intake. */
  clock(
    tx: Tx,
    report: Pick<LockedReport, 'id' | 'report_no' | 'urgency'>,
    ruleId: string,
    variant?: string,
  ): Parameters<DeadlineService['open']>[1] {
    return {
      ruleId,
      ...(variant === undefined ? {} : { variant }),
      subjectKind: 'report',
      subjectId: report.id,
      reportId: report.id,
      number: report.report_no,
      urgency: report.urgency,
      ownerAgencyId: tx.actor.agencyId,
      escalationAgencyId: this.reference.supervisorOf(tx.actor.agencyId),
    };
  }

  private async hidden(tx: Tx, id: string, action: string): Promise<never> {
    await this.audit.refused(tx.ctx, action, { subjectKind: 'report', subjectId: id });
    throw new NotVisible();
  }
}
