import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidInput, NotVisible, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { type ListSpec, type Page, parseList, toPage } from '../../platform/http';
import { roleMay } from '../../support/access';
import { AuditLog } from '../../support/audit';
import { DeadlineQueries } from '../../support/deadlines';
import { HomeLists } from '../home';
import type { UnitCoverageResponse, UnitItemResponse, UnitResponse } from './dto/unit.response';
import { UNIT_FILTERS, unitListRows } from './unit-list';
import { type RecordRow, type StandingRow, type UnitRow, UnitViews } from './unit-views';
import { DUTY_CODES, dutyRule, recordable } from './unit.rules';

const LIST: ListSpec = {
  filters: UNIT_FILTERS,
  sorts: { region: { sql: 'a.region_code', cast: 'text' } },
  defaultSort: 'region',
};
const UNIT = `a.id, a.name, a.kind, a.region_code AS "regionCode", a.supervisor_agency_id AS "supervisorAgencyId"`;
const CLOCK_OF_DUTY = DUTY_CODES.flatMap((duty) => {
  const { clock } = dutyRule(duty);
  return clock === undefined ? [] : [`WHEN '${duty}' THEN '${clock}'`];
}).join(' ');
/** The latest record of each duty that no correction replaced. */
const STANDING = `
  SELECT DISTINCT ON (u.agency_id, u.duty) u.agency_id, u.duty, u.starts_on::text, u.ends_on::text, d.due_at
    FROM unit_record u
    LEFT JOIN deadline d ON d.subject_kind = 'agency' AND d.subject_id = u.agency_id AND d.state = 'running'
          AND d.rule_id = CASE u.duty ${CLOCK_OF_DUTY} END
   WHERE u.agency_id = ANY ($1) AND NOT EXISTS (SELECT 1 FROM unit_record x WHERE x.replaces_id = u.id)
   ORDER BY u.agency_id, u.duty, u.starts_on DESC, u.id DESC`;
const RECORDS = `
  SELECT u.id, u.duty, u.starts_on::text, u.ends_on::text, u.body, u.on_behalf, u.recorded_at, p.display_name AS recorded_by_name,
         EXISTS (SELECT 1 FROM unit_record x WHERE x.replaces_id = u.id) AS replaced
    FROM unit_record u JOIN app_user p ON p.id = u.recorded_by WHERE u.agency_id = $1 ORDER BY u.recorded_at DESC, u.id DESC`;

/** 工作站与单位: which records there are, and which units have said nothing; by place, never by merit (design §9.13). */
@Injectable()
export class UnitQueries implements OnModuleInit {
  constructor(
    private readonly database: AppDatabase,
    private readonly views: UnitViews,
    private readonly deadlines: DeadlineQueries,
    private readonly homes: HomeLists,
    private readonly audit: AuditLog,
  ) {}

  onModuleInit(): void {
    this.homes.register('agencies', unitListRows);
  }

  list(ctx: RequestContext, query: Readonly<Record<string, unknown>>): Promise<Page<UnitItemResponse>> {
    const request = parseList(query, LIST);
    for (const [name, value] of Object.entries(request.filter))
      if (!DUTY_CODES.some((duty) => duty === value))
        throw new InvalidInput({ [`filter[${name}]`]: ['不支持这个筛选条件'] });
    const { from, where, params } = unitListRows(request.filter);
    const after = request.after(params.length + 1, 'a.id');
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<UnitRow>(
        `SELECT ${UNIT} FROM ${from} WHERE ${where} AND ${after.sql}
          ORDER BY ${request.orderBy.replace(/, id /, ', a.id ')} LIMIT ${request.limit + 1}`,
        [...params, ...after.params],
      );
      const standing = await tx.query<StandingRow>(STANDING, [rows.map(({ id }) => id)]);
      this.audit.record(tx, { action: 'unit.list', subjectKind: 'list', detail: { count: rows.length } });
      return toPage(
        rows,
        request.limit,
        tx.now,
        (row) => row.regionCode,
        (row) => this.views.item(row, standing, tx.now),
      );
    });
  }

  /** How many of the units the reader sees have a record of each duty that is asked of any of them. */
  coverage(ctx: RequestContext): Promise<UnitCoverageResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const lines: UnitCoverageResponse['data'] = [];
      for (const duty of DUTY_CODES) {
        const asked = await count(tx, { duty });
        if (asked === 0) continue;
        const unregistered = await count(tx, { missing: duty });
        lines.push({
          duty,
          name: dutyRule(duty).name,
          asked,
          registered: asked - unregistered,
          unregistered,
          overdue: await count(tx, { overdue: duty }),
        });
      }
      return { data: lines };
    });
  }

  /** @throws NotVisible 404 */
  get(ctx: RequestContext, id: string): Promise<UnitResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const { from, where } = unitListRows({});
      const [unit] = await tx.query<UnitRow>(`SELECT ${UNIT} FROM ${from} WHERE ${where} AND a.id = $1`, [
        id,
      ]);
      if (unit === undefined) {
        await this.audit.refused(ctx, 'unit.read', { subjectKind: 'agency', subjectId: id });
        throw new NotVisible();
      }
      this.audit.record(tx, { action: 'unit.read', subjectKind: 'agency', subjectId: id });
      const rows = await tx.query<RecordRow>(RECORDS, [id]);
      const mine = roleMay(tx.actor.role, 'unit.record') ? recordable(tx.actor, unit) : [];
      return {
        ...this.views.item(unit, await tx.query<StandingRow>(STANDING, [[id]]), tx.now),
        deadlines: await this.deadlines.forSubjects(tx, { agencyId: id }),
        records: await Promise.all(rows.map((row) => this.views.record(tx, unit, row))),
        allowedActions: mine.map((duty) => ({ action: dutyRule(duty).action, label: dutyRule(duty).label })),
      };
    });
  }
}

async function count(tx: Tx, filter: Readonly<Record<string, string>>): Promise<number> {
  const { from, where, params } = unitListRows(filter);
  const [row] = await tx.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM ${from} WHERE ${where}`,
    params,
  );
  return row?.n ?? 0;
}
