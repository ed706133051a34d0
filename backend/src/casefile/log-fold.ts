export interface FoldedTable {
  /** The table whose state column the log tells about. */
  readonly table: 'case_file' | 'report' | 'work_order';
  readonly state: 'phase' | 'state';
  readonly subjectKind: 'case' | 'report' | 'work_order';
  /** Which entries of the log are about a row of the table. */
  readonly entries: string;
  /** The state a row is born in, when its first entry does not name it. */
  readonly born?: string;
}

/**
 * The stored state is what the append-only log folds to. Entries of one transaction carry one time, so their order is not
 * asked: along a walk every state is entered as often as it is left, but for the last one, which was entered once more.
 */
export function followsLog({ table, state, subjectKind, entries, born }: FoldedTable): string {
  const birth = born === undefined ? '' : `UNION ALL SELECT x.id, '${born}', 1 FROM ${table} x`;
  return `
    WITH moves AS (
      SELECT x.id, a.to_state AS state, 1 AS n FROM ${table} x JOIN case_action a ON ${entries} WHERE a.to_state IS NOT NULL
      UNION ALL
      SELECT x.id, a.from_state, -1 FROM ${table} x JOIN case_action a ON ${entries} WHERE a.from_state IS NOT NULL
      ${birth}
      UNION ALL
      SELECT x.id, x.${state}, -1 FROM ${table} x)
    SELECT DISTINCT '${subjectKind}' AS subject_kind, id AS subject_id
      FROM (SELECT id, state FROM moves GROUP BY id, state HAVING sum(n) <> 0) broken WHERE $1::timestamptz IS NOT NULL`;
}
