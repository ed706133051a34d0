import { Injectable } from '@nestjs/common';
import { localDate, type RequestContext } from '../kernel';
import { AppDatabase } from '../platform/database';
import { AuditLog } from '../support/audit';
import { ReferenceData } from '../support/reference';
import type { TotalCellResponse, TotalLineResponse, TotalsResponse } from './dto/totals.response';
import { suppressed } from './suppression.rules';

interface Row {
  measure: TotalLineResponse['measure'];
  month: string;
  township: string | null;
  n: number;
}
interface Key {
  readonly key: string | null;
  readonly name: string;
}

const MONTHS = 12;
const MEASURES: Readonly<Record<TotalLineResponse['measure'], string>> = {
  reports: '收到的报告',
  'cases-opened': '立案',
  'cases-closed': '结案',
  watched: '新纳入监测的孩子',
};

/** Totals by month and by township. Only months that are over: a number that moves every day tells of single children. */
@Injectable()
export class TotalsQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  get(ctx: RequestContext): Promise<TotalsResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const rows = await tx.query<Row>('SELECT * FROM ctx_totals($1)', [MONTHS]);
      this.audit.record(tx, { action: 'totals.read', subjectKind: 'list', detail: { months: MONTHS } });
      const months = monthsBefore(localDate(tx.now).slice(0, 7));
      const townships = this.townships(tx.actor.districtCode);
      return {
        from: months[0]?.name ?? '',
        until: months.at(-1)?.name ?? '',
        lines: Object.entries(MEASURES).map(([measure, name]) => {
          const own = rows.filter((row) => row.measure === measure);
          const byMonth = table(months, own, ({ month }) => month);
          return {
            measure: measure as Row['measure'],
            name,
            total: byMonth.total,
            byMonth: byMonth.cells,
            byTownship: table(townships, own, ({ township }) => township).cells,
          };
        }),
      };
    });
  }

  private townships(districtCode: string): Key[] {
    const places = this.reference.regionsOf(districtCode).filter(({ level }) => level === 'township');
    return [...places.map(({ code, name }) => ({ key: code, name })), { key: null, name: '地点不详' }];
  }
}

function table(
  keys: readonly Key[],
  rows: readonly Row[],
  keyOf: (row: Row) => string | null,
): { total: number | null; cells: TotalCellResponse[] } {
  const sums = keys.map(({ key }) =>
    rows.filter((row) => keyOf(row) === key).reduce((sum, { n }) => sum + n, 0),
  );
  const { total, cells } = suppressed(sums);
  return { total, cells: keys.map((key, index) => ({ ...key, n: cells[index] ?? null })) };
}

/** The months before this one, the oldest first. */
function monthsBefore(current: string): Key[] {
  const [year = 0, month = 0] = current.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) => {
    const at = year * 12 + month - 1 - MONTHS + index;
    const key = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`;
    return { key, name: key };
  });
}
