import { Injectable } from '@nestjs/common';
import { ActionRefused, NotVisible, type RequestContext, type Urgency } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { type ListSpec, parseList, toPage } from '../../platform/http';
import { Alerts } from './alerts';
import type { NoticePage, NoticeResponse } from './dto/notice.response';
import { linkTo, type NoticeSubject, noticeTitle } from './notice-kinds';
import { MINE, NOTICE_FILTERS, noticeListRows } from './notice-list';

interface NoticeRow {
  id: string;
  kind: string;
  subject_kind: NoticeSubject;
  subject_id: string;
  number: string;
  urgency: Urgency | null;
  created_at: Date;
  read_at: Date | null;
  alert_id: string | null;
  /** False for who was called up the ladder and may not open the record. */
  reachable: boolean;
  agency_name: string | null;
  acknowledged_at: Date | null;
  acknowledged_by: string | null;
  lapsed_at: Date | null;
}

const LIST: ListSpec = {
  filters: NOTICE_FILTERS,
  sorts: { createdAt: { sql: 'n.created_at', cast: 'timestamptz' } },
  defaultSort: '-createdAt',
};
const COLUMNS = `n.id, n.kind, n.subject_kind, n.subject_id, n.number, n.urgency, n.created_at, d.read_at, n.alert_id,
  n.alert_id IS NULL OR can_see_notice(n.user_id, n.agency_id, n.subject_kind, n.subject_id) AS reachable,
  g.name AS agency_name, a.acknowledged_at, u.display_name AS acknowledged_by, a.lapsed_at`;
const WITH_ALERT = `LEFT JOIN notice_alert a ON a.id = n.alert_id LEFT JOIN agency g ON g.id = a.agency_id
  LEFT JOIN app_user u ON u.id = a.acknowledged_by`;
const COUNT_CAP = 99;

/** Notices of the person who asks; each is checked against the record's walls when it is read. */
@Injectable()
export class NoticeQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly alerts: Alerts,
  ) {}

  /** The newest first; `filter[unread]=true` leaves out what this person has read, `filter[waiting]=true` what was confirmed. */
  async list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<NoticePage> {
    const request = parseList(query, LIST);
    const { from, where, params } = noticeListRows(request.filter);
    const after = request.after(params.length + 1, 'n.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<NoticeRow>(
        `SELECT ${COLUMNS} FROM ${from} ${WITH_ALERT} WHERE ${where} AND ${after.sql}
          ORDER BY ${request.orderBy.replace(/, id /, ', n.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      return toPage(rows, request.limit, tx.now, (row) => row.created_at.toISOString(), toNoticeResponse);
    });
  }

  /** How many this person has not read, counted up to 99. */
  async countUnread(tx: Tx): Promise<{ count: number; capped: boolean }> {
    const [row] = await tx.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM (SELECT 1 FROM notice n WHERE ${MINE}
          AND NOT EXISTS (SELECT 1 FROM notice_read d WHERE d.notice_id = n.id AND d.user_id = ctx_user()) LIMIT ${COUNT_CAP + 1}) q`,
    );
    const n = row?.n ?? 0;
    return { count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
  }

  /** Marks as read by this person; repeating it keeps the first time. 404 when the notice is not this person's. */
  async markRead(ctx: RequestContext, id: string): Promise<NoticeResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      await read(tx, id);
      return toNoticeResponse(await find(tx, id));
    });
  }

  /** 收到. Who comes second is told who was first. @throws NotVisible 404, ActionRefused 409 when nothing is to be confirmed */
  async acknowledge(ctx: RequestContext, id: string): Promise<NoticeResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const { alert_id: alertId } = await find(tx, id);
      if (alertId === null) throw new ActionRefused('这条通知不需要确认，点开查看即可。');
      await this.alerts.acknowledge(tx, alertId);
      await read(tx, id);
      return toNoticeResponse(await find(tx, id));
    });
  }
}

async function read(tx: Tx, id: string): Promise<void> {
  await tx.execute(
    `INSERT INTO notice_read (notice_id, user_id, district_code, read_at)
     SELECT n.id, ctx_user(), n.district_code, $2 FROM notice n WHERE n.id = $1 AND ${MINE}
     ON CONFLICT (notice_id, user_id) DO NOTHING`,
    [id, tx.now],
  );
}

async function find(tx: Tx, id: string): Promise<NoticeRow> {
  const { from, where } = noticeListRows({});
  const [row] = await tx.query<NoticeRow>(
    `SELECT ${COLUMNS} FROM ${from} ${WITH_ALERT} WHERE n.id = $1 AND ${where}`,
    [id],
  );
  if (row === undefined) throw new NotVisible();
  return row;
}

function toNoticeResponse(row: NoticeRow): NoticeResponse {
  const state = row.acknowledged_at !== null ? 'acknowledged' : row.lapsed_at !== null ? 'lapsed' : 'waiting';
  return {
    id: row.id,
    kind: row.kind,
    title: noticeTitle(row.kind),
    number: row.number,
    urgency: row.urgency,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    link: row.reachable ? linkTo(row.subject_kind, row.subject_id) : DUTY,
    alert:
      row.alert_id === null
        ? null
        : {
            state,
            agencyName: row.agency_name ?? '',
            acknowledgedAt: row.acknowledged_at?.toISOString() ?? null,
            acknowledgedByName: row.acknowledged_by,
          },
  };
}

/** Where somebody who may not open the record finds whom to ring. */
const DUTY = '/duty';
