import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext, type Urgency } from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { type ListSpec, parseList, toPage } from '../../platform/http';
import type { NoticePage, NoticeResponse } from './dto/notice.response';
import { linkTo, type NoticeSubject, noticeTitle } from './notice-kinds';

interface NoticeRow {
  id: string;
  kind: string;
  subject_kind: NoticeSubject;
  subject_id: string;
  number: string;
  urgency: Urgency | null;
  created_at: Date;
  read_at: Date | null;
}

const LIST: ListSpec = {
  filters: ['unread'],
  sorts: { createdAt: { sql: 'n.created_at', cast: 'timestamptz' } },
  defaultSort: '-createdAt',
};
const SELECT = `
  SELECT n.id, n.kind, n.subject_kind, n.subject_id, n.number, n.urgency, n.created_at, d.read_at
    FROM notice n LEFT JOIN notice_read d ON d.notice_id = n.id AND d.user_id = ctx_user()`;
/** Both columns have an index; the visibility rule then looks at these rows only. */
const MINE = `(n.user_id = ctx_user() OR n.agency_id = ANY (ctx_principals())) AND ${visibility.notice('n')}`;
const COUNT_CAP = 99;

/** Notices of the person who asks; each is checked against the record's walls when it is read. */
@Injectable()
export class NoticeQueries {
  constructor(private readonly database: AppDatabase) {}

  /** The newest first; `filter[unread]=true` leaves out what this person has read. */
  async list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<NoticePage> {
    const request = parseList(query, LIST);
    const after = request.after(2, 'n.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const unread = request.filter.unread === 'true' ? 'AND d.read_at IS NULL' : '';
      const rows = await tx.query<NoticeRow>(
        `${SELECT} WHERE ${MINE} ${unread} AND ${after.sql} ORDER BY ${request.orderBy} LIMIT $1`,
        [request.limit + 1, ...after.params],
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
      await tx.execute(
        `INSERT INTO notice_read (notice_id, user_id, district_code, read_at)
         SELECT n.id, ctx_user(), n.district_code, $2 FROM notice n WHERE n.id = $1 AND ${MINE}
         ON CONFLICT (notice_id, user_id) DO NOTHING`,
        [id, tx.now],
      );
      const [row] = await tx.query<NoticeRow>(`${SELECT} WHERE n.id = $1 AND ${MINE}`, [id]);
      if (row === undefined) throw new NotVisible();
      return toNoticeResponse(row);
    });
  }
}

function toNoticeResponse(row: NoticeRow): NoticeResponse {
  return {
    id: row.id,
    kind: row.kind,
    title: noticeTitle(row.kind),
    number: row.number,
    urgency: row.urgency,
    createdAt: row.created_at.toISOString(),
    readAt: row.read_at?.toISOString() ?? null,
    link: linkTo(row.subject_kind, row.subject_id),
  };
}
