import type { DataSource } from 'typeorm';
import { LEGAL_STAGES } from '@tonghu/backend/casefile';

/** Open stages that contradict the phase of their case, as `case no: phase with stage`, over the whole database. */
export async function illegalStages(owner: DataSource): Promise<string[]> {
  const legal = Object.entries(LEGAL_STAGES).flatMap(([phase, stages]) =>
    stages.map((stage) => `${phase}:${stage}`),
  );
  const rows = await owner.query<{ line: string }[]>(
    `SELECT format('%s: %s with %s', c.case_no, c.phase, s.stage) AS line
       FROM case_stage s JOIN case_file c ON c.id = s.case_id
      WHERE s.closed_at IS NULL AND NOT (c.phase || ':' || s.stage = ANY ($1)) ORDER BY 1`,
    [legal],
  );
  return rows.map(({ line }) => line);
}
