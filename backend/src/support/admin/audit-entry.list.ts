import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { type ListSpec, parseList, toPage } from '../../platform/http';
import { AuditLog } from '../audit';
import type { AuditEntryPage, AuditEntryResponse } from './dto/audit.response';

const LIST: ListSpec = {
  filters: ['person', 'action', 'outcome', 'from', 'to'],
  sorts: { at: { sql: 'at', cast: 'timestamptz' } },
  defaultSort: '-at',
};
const FORMS: Readonly<Record<string, RegExp>> = {
  person: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u,
  action: /^[a-z0-9.-]{1,60}$/u,
  outcome: /^(ok|refused|failed)$/u,
  from: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u,
  to: /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u,
};

interface Row {
  id: string;
  at: Date;
  actor_name: string | null;
  agency_name: string | null;
  sealed: boolean;
  action: string;
  outcome: AuditEntryResponse['outcome'];
  subject_kind: string | null;
  number: string | null;
}

/** Reads the audit through the one function that may (migration OpenAuditToAuditors): an auditor of the district, no content. */
@Injectable()
export class AuditEntryList {
  constructor(
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /** @throws InvalidInput 422 for a filter that is none, or a sort other than the newest first */
  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<AuditEntryPage> {
    const request = parseList(query, LIST);
    for (const [name, value] of Object.entries(request.filter))
      if (FORMS[name]?.test(value) !== true)
        throw new InvalidInput({ [`filter[${name}]`]: ['不支持这个筛选条件'] });
    if (!request.orderBy.includes('DESC')) throw new InvalidInput({ sort: ['不支持这种排序'] });
    const { person, action, outcome, from, to } = request.filter;
    const [beforeAt, beforeId] = request.after(1, 'id').params;
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<Row>(
        `SELECT * FROM ctx_audit_entries($1, $2, $3, $4::timestamptz, $5::timestamptz + interval '1 day', $6, $7, $8)`,
        [
          person ?? null,
          action ?? null,
          outcome ?? null,
          from === undefined ? null : `${from}T00:00:00+08:00`,
          to === undefined ? null : `${to}T00:00:00+08:00`,
          beforeAt ?? null,
          beforeId ?? null,
          request.limit + 1,
        ],
      );
      this.audit.record(tx, { action: 'audit.list', subjectKind: 'list', detail: { count: rows.length } });
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.at.toISOString(),
        (row): AuditEntryResponse => ({
          id: row.id,
          at: row.at.toISOString(),
          actorName: row.actor_name,
          agencyName: row.agency_name,
          sealed: row.sealed,
          action: row.action,
          outcome: row.outcome,
          subjectKind: row.subject_kind,
          number: row.number,
        }),
      );
    });
  }
}
