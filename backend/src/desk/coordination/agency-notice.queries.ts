import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import type { AgencyNoticeResponse } from '../../casefile';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { filterSql, type ListRows, type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { roleMay, staffedSql } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { ReferenceData } from '../../support/reference';
import {
  AGENCY_NOTICE_STATES,
  type AgencyNoticeState,
  agencyNoticeWorkflow,
  INFORM_BASIS,
  INFORM_TEXT,
  TOLD_HOW,
  UNREAD_SHOWN_AFTER_DAYS,
} from './agency-notice.workflow';

interface NoticeRow {
  id: string;
  case_id: string;
  case_no: string;
  agency_id: string;
  situation: string;
  task: string;
  article: string | null;
  state: AgencyNoticeState;
  informed_at: Date;
  informed_by_agency_id: string;
  informer: string | null;
  read_at: Date | null;
  reader: string | null;
  told_at: Date | null;
  teller: string | null;
  told_how: keyof typeof TOLD_HOW | null;
  logs_in: boolean;
  works: boolean;
  holds: boolean;
  unread_days: number;
}

/** Somebody of the agency can read it; else the desk tells the agency. */
const STAFFED = staffedSql('n.agency_id', 'agency-notice.read');

/** `?` is the value. */
const FILTERS: Readonly<Record<string, string>> = {
  box: `(? = 'mine' AND n.agency_id = ANY (ctx_principals()))
    OR (? = 'tell' AND n.informed_by_agency_id = ANY (ctx_principals()) AND n.state = 'sent'
      AND NOT ${STAFFED})`,
  unread: `? <> 'true' OR n.state = 'sent'`,
};
const LIST: ListSpec = {
  filters: Object.keys(FILTERS),
  sorts: { informedAt: { sql: 'n.informed_at', cast: 'timestamptz' } },
  defaultSort: '-informedAt',
};

/** The notices the actor may see under some filters: the list shows them, the home page counts them. */
export function agencyNoticeListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return { from: 'agency_notice n', where: `${visibility.agencyNotice('n')} AND ${where}`, params };
}

const SELECT = `SELECT n.*, ${STAFFED} AS logs_in, can_work_case(n.case_id) AS works, n.agency_id = ANY (ctx_principals()) AS holds,
    i.display_name AS informer, r.display_name AS reader, t.display_name AS teller,
    floor(extract(epoch FROM ctx_now() - n.informed_at) / 86400)::int AS unread_days
  FROM agency_notice n
  LEFT JOIN app_user i ON i.id = n.informed_by LEFT JOIN app_user r ON r.id = n.read_by LEFT JOIN app_user t ON t.id = n.told_by`;

/** 告知 as its agency reads it, and as the case shows whom it reached. */
@Injectable()
export class AgencyNoticeQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<AgencyNoticeResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [row] = await tx.query<NoticeRow>(
        `${SELECT} WHERE n.id = $1 AND ${visibility.agencyNotice('n')}`,
        [id],
      );
      const subject = { subjectKind: 'agency_notice', subjectId: id } as const;
      if (row === undefined) {
        await this.audit.refused(ctx, 'agency-notice.read', subject);
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'agency-notice.read', ...subject });
      return this.view(tx, row);
    });
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<AgencyNoticeResponse>> {
    const request = parseList(query, LIST);
    const { where, params } = agencyNoticeListRows(request.filter);
    const after = request.after(params.length + 1, 'n.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<NoticeRow>(
        `${SELECT} WHERE ${where} AND ${after.sql}
         ORDER BY ${request.orderBy.replace(/, id /, ', n.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      this.audit.record(tx, {
        action: 'agency-notice.list',
        subjectKind: 'list',
        detail: { count: rows.length },
      });
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.informed_at.toISOString(),
        (row) => this.view(tx, row),
      );
    });
  }

  /** Whom a case was told to, for those who work on it. */
  async ofCase(tx: Tx, caseId: string): Promise<AgencyNoticeResponse[]> {
    const rows = await tx.query<NoticeRow>(
      `${SELECT} WHERE n.case_id = $1 AND can_work_case(n.case_id) AND ${visibility.agencyNotice('n')} ORDER BY n.informed_at, n.id`,
      [caseId],
    );
    return rows.map((row) => this.view(tx, row));
  }

  private view(tx: Tx, row: NoticeRow): AgencyNoticeResponse {
    return {
      id: row.id,
      caseNo: row.case_no,
      agencyId: row.agency_id,
      agencyName: this.reference.agency(row.agency_id)?.name ?? '',
      text: INFORM_TEXT,
      basis: INFORM_BASIS,
      informedByAgencyName: this.reference.agency(row.informed_by_agency_id)?.name ?? '',
      informedByName: row.informer ?? '',
      informedAt: row.informed_at.toISOString(),
      state: row.state,
      stateName: stateName(row),
      readAt: row.read_at?.toISOString() ?? null,
      readByName: row.reader,
      toldAt: row.told_at?.toISOString() ?? null,
      toldByName: row.teller,
      toldHowName: row.told_how === null ? null : TOLD_HOW[row.told_how],
      case: row.works
        ? {
            caseId: row.case_id,
            situationName: this.reference.situation(row.situation)?.name ?? row.situation,
            task: row.task,
            article: row.article,
          }
        : null,
      allowedActions: allowed(tx, row),
    };
  }
}

function stateName({ state, logs_in: logsIn, unread_days: days }: NoticeRow): string {
  if (state !== 'sent') return AGENCY_NOTICE_STATES[state];
  if (!logsIn) return '待代为告知';
  return days < UNREAD_SHOWN_AFTER_DAYS ? AGENCY_NOTICE_STATES.sent : `${days}天未读`;
}

function allowed(tx: Tx, row: NoticeRow): AgencyNoticeResponse['allowedActions'] {
  const mine = {
    read: row.holds && roleMay(tx.actor.role, 'agency-notice.read'),
    'record-told': row.works && roleMay(tx.actor.role, 'agency-notice.record-told'),
    withdraw: false,
  };
  return agencyNoticeWorkflow
    .allowed(row.state, undefined)
    .filter(({ action }) => mine[action as keyof typeof mine]);
}
