import type { Invariant } from '../../kernel';

/** What one invariant was found to be. */
export interface InvariantFinding {
  readonly id: string;
  readonly promise: string;
  /** How many records break it; 0 is the promise kept. */
  readonly broken: number;
  /** Some of them, to begin with: kind and id, nothing of what they are about. */
  readonly examples: readonly string[];
}

/** Reads as whoever is asked: the worker role in service, the owner in tests. */
export type InvariantReader = <Row>(sql: string, parameters: unknown[]) => Promise<Row[]>;

const EXAMPLES = 5;

/** Looks at every invariant once, in the order given. Reads only. */
export async function findBroken(
  invariants: readonly Invariant[],
  read: InvariantReader,
  now: Date,
): Promise<InvariantFinding[]> {
  const findings: InvariantFinding[] = [];
  for (const { id, promise, sql } of invariants) {
    const rows = await read<{ subject: string; total: number }>(
      `SELECT b.subject_kind || ' ' || b.subject_id AS subject, count(*) OVER ()::int AS total FROM (${sql}) b LIMIT ${EXAMPLES}`,
      [now],
    );
    findings.push({
      id,
      promise,
      broken: rows[0]?.total ?? 0,
      examples: rows.map(({ subject }) => subject),
    });
  }
  return findings;
}
