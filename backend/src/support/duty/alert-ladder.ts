import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { AuditLog } from '../audit';
import { DeadlineService, DeadlineSteps, type RosterCaller } from '../deadlines';
import { type Alert, type AlertFollower, Alerts, Notifications } from '../notifications';
import { ReferenceData } from '../reference';
import { type Call, type CallPlace, type CallRound, firstRound, roundsAt } from './call.rules';
import { Roster } from './roster';

const RULE = 'DL-055';

interface AlertRow extends Alert {
  readonly waiting: boolean;
  /** The record still lies with the agency: an order nobody took back, a case that is not closed. */
  readonly stands: boolean;
}

/** Written as SQL: the records belong to layers above. */
const ALERT = `
  SELECT a.id, a.agency_id AS "agencyId", a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.report_id AS "reportId",
         a.case_id AS "caseId", a.number, a.acknowledged_at IS NULL AND a.lapsed_at IS NULL AS waiting,
         CASE a.subject_kind
           WHEN 'work_order' THEN EXISTS (SELECT 1 FROM work_order w WHERE w.id = a.subject_id AND w.state = 'issued' AND a.agency_id IN (w.agency_id, w.issued_by_agency_id))
           WHEN 'case' THEN EXISTS (SELECT 1 FROM case_file c WHERE c.id = a.subject_id AND c.phase = 'open')
           ELSE EXISTS (SELECT 1 FROM report r WHERE r.id = a.subject_id AND r.state = 'submitted') END AS stands
    FROM notice_alert a WHERE a.id = $1`;

/** DL-055: an urgent message nobody confirmed climbs the roster. The clock rings; this decides whom, and writes it down. */
@Injectable()
export class AlertLadder implements AlertFollower, RosterCaller, OnModuleInit {
  constructor(
    private readonly alerts: Alerts,
    private readonly steps: DeadlineSteps,
    private readonly deadlines: DeadlineService,
    private readonly notifications: Notifications,
    private readonly reference: ReferenceData,
    private readonly roster: Roster,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.alerts.follow(this);
    this.steps.callBy(this);
  }

  async raised(tx: Tx, alert: Alert): Promise<void> {
    const { id, agencyId, subjectKind, subjectId, reportId, caseId, number } = alert;
    this.deadlines.open(tx, {
      ruleId: RULE,
      subjectKind,
      subjectId: id,
      ...(reportId === null ? {} : { reportId }),
      ...(caseId === null ? {} : { caseId }),
      ...(subjectKind === 'work_order' ? { workOrderId: subjectId } : {}),
      number,
      urgency: 'U0',
      ownerAgencyId: agencyId,
      escalationAgencyId: this.reference.supervisorOf(agencyId),
    });
    await this.ring(tx, alert, firstRound(await this.roster.now(tx, agencyId)), 'first');
  }

  async acknowledged(tx: Tx, alertId: string): Promise<void> {
    await this.deadlines.close(tx, RULE, alertId);
  }

  async call(tx: Tx, alertId: string, index: number): Promise<void> {
    const [alert] = await tx.query<AlertRow>(ALERT, [alertId]);
    if (alert?.waiting !== true) return;
    if (!alert.stands) return this.lapse(tx, alert);
    const rounds = roundsAt(index, await this.roster.now(tx, alert.agencyId), this.placeOf(tx, alert));
    await this.ring(tx, alert, rounds, String(index));
  }

  private placeOf(tx: Tx, { agencyId }: Alert): CallPlace {
    const { districtCode } = tx.actor;
    const districtIds = ['intake', 'civil_affairs'].flatMap((kind) =>
      this.reference
        .agenciesOfKind(districtCode, kind)
        .filter(({ logsIn }) => logsIn)
        .slice(0, 1)
        .map(({ id }) => id),
    );
    return { agencyId, supervisorId: this.reference.supervisorOf(agencyId), districtIds };
  }

  /** Rings each call; when none of a round may be told (谁不能知道), everybody of the agency is. */
  private async ring(tx: Tx, alert: Alert, rounds: readonly CallRound[], rung: string): Promise<void> {
    const told: Call[] = [];
    for (const { kind, calls } of rounds) {
      for (const call of await this.withOfficers(tx, alert, calls))
        if (await this.send(tx, alert, kind, call, rung)) told.push(call);
    }
    const everybody: Call = { agencyId: alert.agencyId };
    if (
      told.length === 0 &&
      rounds.length > 0 &&
      (await this.send(tx, alert, 'duty.call-all', everybody, rung))
    )
      told.push(everybody);
    if (told.length === 0) return;
    const ids = told.map((call) => ('userId' in call ? call.userId : call.agencyId));
    await tx.execute(
      `UPDATE notice_alert SET called = ARRAY(SELECT DISTINCT unnest(called || $2::uuid[])) WHERE id = $1`,
      [alert.id, ids],
    );
    this.audit.record(tx, {
      action: 'alert.call',
      subjectKind: alert.subjectKind,
      subjectId: alert.subjectId,
      detail: { alert: alert.id, rung, called: ids },
    });
  }

  /** Another agency is called as a whole, and its first on duty by name: channels outside the console ring a person. */
  private async withOfficers(tx: Tx, alert: Alert, calls: readonly Call[]): Promise<Call[]> {
    const all: Call[] = [];
    for (const call of calls) {
      all.push(call);
      if ('userId' in call || call.agencyId === alert.agencyId) continue;
      const [first] = (await this.roster.now(tx, call.agencyId)).officers;
      if (first !== undefined) all.push({ userId: first.userId });
    }
    return all;
  }

  private send(tx: Tx, alert: Alert, kind: CallRound['kind'], call: Call, rung: string): Promise<boolean> {
    return this.notifications.send(tx, {
      ...call,
      kind,
      subjectKind: alert.subjectKind,
      subjectId: alert.subjectId,
      number: alert.number,
      urgency: 'U0',
      alertId: alert.id,
      dedupeKey: `alert:${alert.id}:${rung}:${'userId' in call ? call.userId : call.agencyId}`,
    });
  }

  private async lapse(tx: Tx, { id, subjectKind, subjectId }: Alert): Promise<void> {
    await tx.execute('UPDATE notice_alert SET lapsed_at = $2 WHERE id = $1', [id, tx.now]);
    await this.deadlines.cancel(tx, [RULE], id);
    this.audit.record(tx, { action: 'alert.lapse', subjectKind, subjectId, detail: { alert: id } });
  }
}
