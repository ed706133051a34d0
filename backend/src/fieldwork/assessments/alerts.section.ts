import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type AlertResponse, CaseSections, type SectionCase } from '../../casefile';
import type { Tx } from '../../platform/database';
import { type AlertFacts, ALERTS, alertsOf } from './alerts.rules';

/** 提示 on the page of a case, from what its reader may see: other cases that are sealed from the reader say nothing here. */
@Injectable()
export class AlertsSection implements OnModuleInit {
  constructor(private readonly sections: CaseSections) {}

  onModuleInit(): void {
    this.sections.register('alerts', async (tx, file): Promise<AlertResponse[]> =>
      alertsOf(await readFacts(tx, file), tx.now).map((code) => ({ code, ...ALERTS[code] })),
    );
  }
}

interface Row {
  reports: number;
  sibling: boolean;
  placement_overdue: boolean;
}

/** A child of the same incident, of the same household or of the same guardian, whose case says that it was in danger. */
const SIBLING = `SELECT 1 FROM case_file c
  WHERE c.child_id <> $2 AND (c.incident_id = $3
     OR c.child_id IN (SELECT m.person_id FROM household_member m JOIN household_member h ON h.household_id = m.household_id
                        WHERE h.person_id = $2 AND h.valid_to IS NULL AND m.valid_to IS NULL)
     OR c.child_id IN (SELECT r.child_id FROM relation r JOIN relation g ON g.person_id = r.person_id
                        WHERE g.child_id = $2 AND g.guardian_kind IS NOT NULL AND r.guardian_kind IS NOT NULL))
    AND (c.risk_level = 'high' OR EXISTS (SELECT 1 FROM assessment a WHERE a.case_id = c.id AND a.level = 'high')
         OR EXISTS (SELECT 1 FROM safety_check s WHERE s.case_id = c.id AND s.decision = 'unsafe'))`;

async function readFacts(tx: Tx, { id, childId, incidentId }: SectionCase): Promise<AlertFacts> {
  const [row] = await tx.query<Row>(
    `SELECT (SELECT count(DISTINCT coalesce(a.report_id::text, a.data->>'reportId'))::int FROM case_file c JOIN case_action a ON a.case_id = c.id
              WHERE c.child_id = $2 AND a.at > $4::timestamptz - interval '12 months') AS reports,
            EXISTS (${SIBLING}) AS sibling,
            EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = $1 AND d.rule_id = 'DL-049' AND d.subject_id <> $1
                       AND d.state = 'running' AND d.due_at < $4) AS placement_overdue`,
    [id, childId, incidentId, tx.now],
  );
  const visits = await tx.query<{ seen: boolean; alone: boolean }>(
    'SELECT v.seen_child AS seen, v.spoke_alone AS alone FROM visit v WHERE v.case_id = $1 ORDER BY v.visited_at, v.id',
    [id],
  );
  const [rhythm] = await tx.query<{ start_at: Date; due_at: Date }>(
    `SELECT d.start_at, d.due_at FROM deadline d WHERE d.rule_id = 'DL-045' AND d.subject_id = $1 AND d.state = 'running'`,
    [id],
  );
  return {
    reportsInYear: row?.reports ?? 0,
    siblingInDanger: row?.sibling ?? false,
    visits: visits.map(({ seen, alone }) => ({ seenChild: seen, spokeAlone: alone })),
    rhythm: rhythm === undefined ? null : { startAt: rhythm.start_at, dueAt: rhythm.due_at },
    placementReviewOverdue: row?.placement_overdue ?? false,
  };
}
