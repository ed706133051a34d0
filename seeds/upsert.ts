import type { EntityManager } from 'typeorm';

/**
 * Inserts rows or brings existing ones to the given values; rows that are already so are not written. Column names are
 * those of the first row; `keys` are the columns of the primary key.
 */
export async function upsert(
  manager: EntityManager,
  table: string,
  keys: readonly string[],
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<void> {
  const [first] = rows;
  if (first === undefined) return;
  const columns = Object.keys(first);
  const others = columns.filter((column) => !keys.includes(column));
  const list = (names: readonly string[], prefix = ''): string =>
    names.map((name) => `${prefix}"${name}"`).join(', ');
  const change =
    others.length === 0
      ? 'DO NOTHING'
      : `DO UPDATE SET ${others.map((name) => `"${name}" = EXCLUDED."${name}"`).join(', ')}
         WHERE (${list(others, 't.')}) IS DISTINCT FROM (${list(others, 'EXCLUDED.')})`;
  await manager.query(
    `INSERT INTO "${table}" AS t (${list(columns)})
     SELECT ${list(columns, 'r.')} FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r
     ON CONFLICT (${list(keys)}) ${change}`,
    [JSON.stringify(rows)],
  );
}
