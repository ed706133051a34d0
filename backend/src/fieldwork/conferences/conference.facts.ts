import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, CaseFactSources, type ConferenceConclusion } from '../../casefile';
import type { Tx } from '../../platform/database';

/** What conferences tell the guards of the case table. */
@Injectable()
export class ConferenceFacts implements OnModuleInit {
  constructor(private readonly facts: CaseFactSources) {}

  onModuleInit(): void {
    this.facts.register({ name: 'conferences', read: conferenceFacts });
  }
}

/** A conclusion is stale as soon as an emergency was opened after it: the danger it spoke of is not the one there is now. */
async function conferenceFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{
    open: boolean;
    tasks: number;
    conclusion: ConferenceConclusion | null;
    concluded_at: Date | null;
    stale: boolean;
  }>(
    `SELECT EXISTS (SELECT 1 FROM conference o WHERE o.case_id = $1 AND o.state = 'convened') AS open,
            (SELECT count(*)::int FROM conference_task t WHERE t.case_id = $1 AND t.state = 'open') AS tasks,
            c.conclusion, c.concluded_at,
            EXISTS (SELECT 1 FROM case_stage s WHERE s.case_id = $1 AND s.stage = 'emergency' AND s.opened_at > c.concluded_at) AS stale
       FROM (SELECT 1) one
       LEFT JOIN LATERAL (SELECT k.conclusion, k.concluded_at FROM conference k WHERE k.case_id = $1 AND k.state = 'concluded'
                           ORDER BY k.concluded_at DESC, k.id DESC LIMIT 1) c ON true`,
    [caseId],
  );
  const current = row === undefined || row.stale ? null : row.conclusion;
  return {
    conferenceOpen: row?.open ?? false,
    conferenceConcluded: row !== undefined && row.conclusion !== null,
    conferenceConclusion: current,
    conferenceForReturn: current === 'return',
    conferenceConcludedAt: row?.concluded_at?.toISOString() ?? null,
    openConferenceTasks: row?.tasks ?? 0,
  };
}
