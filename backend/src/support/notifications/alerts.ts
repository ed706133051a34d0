import { Injectable, type OnModuleInit } from '@nestjs/common';
import { newId } from '../../kernel';
import type { Tx } from '../../platform/database';
import { HandlerRegistry, Outbox } from '../../platform/outbox';
import { AuditLog } from '../audit';
import { ReferenceData } from '../reference';
import { NoticeAlertEntity } from './entities';
import { isAlert } from './notice-kinds';

const ACKNOWLEDGED = 'alert.acknowledged';
export const WAITING = 'a.acknowledged_at IS NULL AND a.lapsed_at IS NULL';

/** What an alert is about; `order`, `case` and `report` differ in whose exclusions hold. */
export interface Alert {
  readonly id: string;
  readonly agencyId: string;
  readonly subjectKind: 'report' | 'case' | 'work_order';
  readonly subjectId: string;
  readonly reportId: string | null;
  readonly caseId: string | null;
  readonly number: string;
}

/** A notice as it was written. */
export interface WrittenNotice {
  readonly id: string;
  readonly kind: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: string;
  readonly urgency?: string;
  readonly agencyId?: string;
  readonly userId?: string;
}

/** Who calls the people on duty, and stops calling. One module does: `support/duty`. */
export interface AlertFollower {
  /** In the worker's transaction that wrote the first notice. */
  raised(tx: Tx, alert: Alert): Promise<void>;
  /** In the transaction of the person who said 收到. */
  acknowledged(tx: Tx, alertId: string): Promise<void>;
}

const SELECT = `a.id, a.agency_id AS "agencyId", a.subject_kind AS "subjectKind", a.subject_id AS "subjectId", a.report_id AS "reportId",
  a.case_id AS "caseId", a.number`;

/** 需确认 and 收到: an urgent message waits until somebody who was called has seen it, and only the first one counts. */
@Injectable()
export class Alerts implements OnModuleInit {
  private follower: AlertFollower | undefined;

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.registry.declareBroadcast(ACKNOWLEDGED);
  }

  follow(follower: AlertFollower): void {
    this.follower = follower;
  }

  /** For the worker: an urgent notice of an alert's kind now waits for 收到. A record has one such alert per agency at a time. */
  async raise(tx: Tx, notice: WrittenNotice): Promise<void> {
    const { subjectKind } = notice;
    if (!isAlert(notice.kind, notice.urgency) || !hasAlerts(subjectKind)) return;
    const agency = this.reference.agency(await agencyOf(tx, notice));
    // Courts and procuratorates are asked in their own time (design §9.6); who never signs in cannot confirm.
    if (agency === undefined || !agency.canBeSupervised || !agency.logsIn) return;
    const known = await findWaiting(tx, notice.subjectId, agency.id);
    const alert = known ?? (await this.open(tx, notice, subjectKind, agency.id));
    await tx.execute('UPDATE notice SET alert_id = $2 WHERE id = $1', [notice.id, alert.id]);
    if (known === undefined) await this.follower?.raised(tx, alert);
  }

  /** 收到: stops the ladder. False when somebody was first, or nothing waits any more. */
  async acknowledge(tx: Tx, alertId: string): Promise<boolean> {
    return (await this.confirm(tx, 'a.id = $1', alertId, 'pressed')) > 0;
  }

  /** The record was opened by somebody who was called: that is as good as 收到. */
  async opened(tx: Tx, subjectId: string): Promise<void> {
    await this.confirm(tx, 'a.subject_id = $1', subjectId, 'opened');
  }

  private async open(
    tx: Tx,
    { kind, subjectId, number, userId }: WrittenNotice,
    subjectKind: Alert['subjectKind'],
    agencyId: string,
  ): Promise<Alert> {
    const alert: Alert = {
      id: newId(tx.now.getTime()),
      agencyId,
      subjectKind,
      subjectId,
      reportId: subjectKind === 'report' ? subjectId : null,
      caseId: subjectKind === 'case' ? subjectId : await caseOfOrder(tx, subjectKind, subjectId),
      number,
    };
    tx.insert(NoticeAlertEntity, {
      ...alert,
      districtCode: tx.actor.districtCode,
      kind,
      called: userId === undefined ? [agencyId] : [agencyId, userId],
      raisedAt: tx.now,
    });
    this.audit.record(tx, {
      action: 'alert.raise',
      subjectKind,
      subjectId,
      detail: { alert: alert.id, agency: agencyId },
    });
    return alert;
  }

  private async confirm(tx: Tx, which: string, id: string, how: 'pressed' | 'opened'): Promise<number> {
    const confirmed = await tx.query<Alert>(
      `UPDATE notice_alert a SET acknowledged_at = $2, acknowledged_by = ctx_user(), acknowledged_how = $3
        WHERE ${which} AND ${WAITING} AND can_see_alert(a.called, a.report_id, a.case_id) RETURNING ${SELECT}`,
      [id, tx.now, how],
    );
    for (const alert of confirmed) {
      await this.follower?.acknowledged(tx, alert.id);
      const { subjectKind, subjectId } = alert;
      this.audit.record(tx, {
        action: 'alert.acknowledge',
        subjectKind,
        subjectId,
        detail: { alert: alert.id, how },
      });
      this.outbox.add(tx, { name: ACKNOWLEDGED, subjectId, payload: payloadOf(alert) });
    }
    return confirmed.length;
  }
}

function hasAlerts(kind: string): kind is Alert['subjectKind'] {
  return kind === 'report' || kind === 'case' || kind === 'work_order';
}

async function agencyOf(tx: Tx, { agencyId, userId }: WrittenNotice): Promise<string> {
  if (agencyId !== undefined) return agencyId;
  const [user] = await tx.query<{ id: string }>('SELECT agency_id AS id FROM app_user WHERE id = $1', [
    userId,
  ]);
  return user?.id ?? '';
}

async function findWaiting(tx: Tx, subjectId: string, agencyId: string): Promise<Alert | undefined> {
  const [alert] = await tx.query<Alert>(
    `SELECT ${SELECT} FROM notice_alert a WHERE a.subject_id = $1 AND a.agency_id = $2 AND ${WAITING}`,
    [subjectId, agencyId],
  );
  return alert;
}

/** Written as SQL: the table belongs to the desk, a layer above. */
async function caseOfOrder(tx: Tx, kind: string, id: string): Promise<string | null> {
  if (kind !== 'work_order') return null;
  const [order] = await tx.query<{ id: string | null }>(
    'SELECT case_id AS id FROM work_order WHERE id = $1',
    [id],
  );
  return order?.id ?? null;
}

function payloadOf({ subjectKind, subjectId }: Alert): Record<string, string> {
  const names = { report: 'reportId', case: 'caseId', work_order: 'workOrderId' } as const;
  return { [names[subjectKind]]: subjectId };
}
