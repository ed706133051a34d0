import { InvalidInput } from '../../kernel';
import type { PageInfo, PageMeta } from './page.response';

export interface Page<T> {
  readonly data: T[];
  readonly pageInfo: PageInfo;
  readonly meta: PageMeta;
}

/** What a list offers: filters by name, sorts by name → SQL expression. Client text never reaches SQL. */
export interface ListSpec {
  readonly filters: readonly string[];
  readonly sorts: Readonly<Record<string, { readonly sql: string; readonly cast: 'timestamptz' | 'text' }>>;
  readonly defaultSort: string;
}

export interface ListRequest {
  readonly filter: Readonly<Record<string, string>>;
  readonly orderBy: string;
  /** SQL condition for rows after the cursor, with its parameters in order; `true` on the first page. */
  after(nextParam: number, idSql: string): { readonly sql: string; readonly params: readonly string[] };
  readonly sortSql: string;
  readonly limit: number;
}

const DEFAULT_LIMIT = 25;
const MAX_LIMIT = 100;

/** Reads `filter[x]`, `sort`, `limit` and `cursor` (docs/api.md); anything else is a field error. */
export function parseList(query: Readonly<Record<string, unknown>>, spec: ListSpec): ListRequest {
  const errors: Record<string, string[]> = {};
  const filter: Record<string, string> = {};
  for (const [key, value] of Object.entries(query)) {
    const name = /^filter\[(\w+)\]$/.exec(key)?.[1];
    if (['sort', 'limit', 'cursor'].includes(key)) continue;
    if (
      name === undefined ||
      !spec.filters.includes(name) ||
      typeof value !== 'string' ||
      value.length > 200 ||
      value.includes('\u0000')
    ) {
      errors[key] = ['不支持这个筛选条件'];
    } else if (value !== '') filter[name] = value;
  }
  const sort = typeof query.sort === 'string' && query.sort !== '' ? query.sort : spec.defaultSort;
  const descending = sort.startsWith('-');
  const rule = Object.hasOwn(spec.sorts, sort.replace(/^-/, ''))
    ? spec.sorts[sort.replace(/^-/, '')]
    : undefined;
  if (rule === undefined) errors.sort = ['不支持这种排序'];
  const limit = query.limit === undefined ? DEFAULT_LIMIT : Number(query.limit);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    errors.limit = [`每页条数应为 1 到 ${MAX_LIMIT}`];
  const cursor = query.cursor === undefined ? null : decodeCursor(query.cursor, rule?.cast);
  if (cursor === undefined) errors.cursor = ['翻页位置已失效，请从第一页重新查看'];
  if (Object.keys(errors).length > 0 || rule === undefined || cursor === undefined)
    throw new InvalidInput(errors);
  const direction = descending ? 'DESC' : 'ASC';
  return {
    filter,
    limit,
    sortSql: rule.sql,
    orderBy: `${rule.sql} ${direction}, id ${direction}`,
    after: (next, idSql) =>
      cursor === null
        ? { sql: 'true', params: [] }
        : {
            sql: `(${rule.sql}, ${idSql}) ${descending ? '<' : '>'} ($${next}::${rule.cast}, $${next + 1}::uuid)`,
            params: [...cursor],
          },
  };
}

/** The rows a list shows for some filters; a number that links to the list counts with the very same words. */
export interface ListRows {
  readonly from: string;
  readonly where: string;
  readonly params: readonly string[];
}

/**
 * SQL of the filters that are set, joined by AND; `?` in a condition stands for the value, bound from `$1` on.
 * @throws Error for a filter without a condition: a list offers what it can answer
 */
export function filterSql(
  filter: Readonly<Record<string, string>>,
  conditions: Readonly<Record<string, string>>,
): Pick<ListRows, 'where' | 'params'> {
  const params: string[] = [];
  const parts = Object.entries(filter).map(([name, value]) => {
    const condition = conditions[name];
    if (condition === undefined) throw new Error(`The list has no filter ${name}`);
    if (!condition.includes('?')) return `(${condition})`;
    params.push(value);
    return `(${condition.replaceAll('?', `$${params.length}::text`)})`;
  });
  return { where: parts.length === 0 ? 'true' : parts.join(' AND '), params };
}

/** A page from `limit + 1` rows. `sortValue` gives the row's place in the order. */
export function toPage<Row extends { id: string }, T>(
  rows: readonly Row[],
  limit: number,
  now: Date,
  sortValue: (row: Row) => string,
  map: (row: Row) => T,
): Page<T> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const hasNextPage = rows.length > limit;
  return {
    data: shown.map(map),
    pageInfo: { hasNextPage, endCursor: hasNextPage && last ? encodeCursor(sortValue(last), last.id) : null },
    meta: { asOf: now.toISOString() },
  };
}

function encodeCursor(value: string, id: string): string {
  return Buffer.from(JSON.stringify([value, id])).toString('base64url');
}

/** The cursor comes from outside: what we never gave out is named here, before the database has to refuse it. */
function decodeCursor(
  cursor: unknown,
  cast: 'timestamptz' | 'text' | undefined,
): readonly [string, string] | undefined {
  if (typeof cursor !== 'string' || cursor.length > 300) return undefined;
  try {
    const parsed: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
    const [value, id] = parsed as unknown[];
    const valid =
      typeof value === 'string' &&
      typeof id === 'string' &&
      /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id) &&
      !value.includes('\u0000') &&
      (cast !== 'timestamptz' || isInstant(value));
    return valid ? [value, id] : undefined;
  } catch {
    return undefined;
  }
}

function isInstant(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}
