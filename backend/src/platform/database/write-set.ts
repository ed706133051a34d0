import { createHash } from 'node:crypto';
import type { EntityMetadata } from 'typeorm';

interface TableRows {
  readonly columns: readonly string[];
  readonly rows: Record<string, unknown>[];
}

export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

/**
 * Rows waiting to be inserted. They leave as one named prepared statement: a data-modifying CTE per table, fed by
 * jsonb_populate_recordset. Foreign keys are checked when the statement ends, so parents and children go together, and
 * an intake costs one round trip whatever contributors added to it.
 */
export class WriteSet {
  private readonly tables = new Map<string, TableRows>();

  get isEmpty(): boolean {
    return this.tables.size === 0;
  }

  add(metadata: EntityMetadata, row: Readonly<Record<string, unknown>>): void {
    const record: Record<string, unknown> = {};
    for (const column of metadata.columns) {
      const value = row[column.propertyName];
      if (value !== undefined) record[column.databaseName] = toJson(value);
    }
    const columns = Object.keys(record).sort();
    const key = `${metadata.tableName}(${columns.join(',')})`;
    const entry = this.tables.get(key) ?? { columns, rows: [] };
    entry.rows.push(record);
    this.tables.set(key, entry);
  }

  /** The statement for everything added so far; afterwards the set is empty. `context` goes in the same statement. */
  take(context?: { readonly sql: string; readonly values: readonly unknown[] }): Statement {
    const values: unknown[] = [...(context?.values ?? [])];
    const parts: string[] = context ? [`ctx AS MATERIALIZED (${context.sql})`] : [];
    let index = 0;
    for (const [key, { columns, rows }] of this.tables) {
      const table = key.slice(0, key.indexOf('('));
      values.push(JSON.stringify(rows));
      const list = columns.map((column) => `"${column}"`).join(', ');
      const selected = columns.map((column) => `r."${column}"`).join(', ');
      const source = `jsonb_populate_recordset(NULL::"${table}", $${values.length}::jsonb) r${context ? ', ctx' : ''}`;
      parts.push(`w${index++} AS (INSERT INTO "${table}" (${list}) SELECT ${selected} FROM ${source})`);
    }
    this.tables.clear();
    const text = `WITH ${parts.join(',\n')}\nSELECT 1`;
    return { name: `w_${createHash('sha256').update(text).digest('hex').slice(0, 40)}`, text, values };
  }
}

function toJson(value: unknown): unknown {
  if (Buffer.isBuffer(value)) return `\\x${value.toString('hex')}`;
  if (value instanceof Date) return value.toISOString();
  return value;
}
