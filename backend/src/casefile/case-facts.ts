import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import {
  type CaseFacts,
  type CasePhase,
  type CaseStage,
  NO_CASE_FACTS,
  type RiskLevel,
} from './case.workflow';
import { followUpStanding } from './lifecycle/follow-up-standing';

/** Facts another module knows about a case. Rooms above register; casefile never looks up. */
export interface CaseFactSource {
  readonly name: string;
  read(tx: Tx, caseId: string): Promise<Partial<CaseFacts>>;
}

/** Collects what the guards of the case table need. */
@Injectable()
export class CaseFactSources {
  private readonly sources = new Map<string, CaseFactSource>();

  register(source: CaseFactSource): void {
    if (this.sources.has(source.name)) throw new Error(`Two sources of case facts are called ${source.name}`);
    this.sources.set(source.name, source);
  }

  async collect(tx: Tx, caseId: string): Promise<CaseFacts> {
    const parts: Partial<CaseFacts>[] = [await ownFacts(tx, caseId)];
    for (const source of this.sources.values()) parts.push(await source.read(tx, caseId));
    return Object.assign({ ...NO_CASE_FACTS, actorId: tx.actor.userId }, ...parts) as CaseFacts;
  }
}

interface OwnRow {
  works: boolean;
  reasons: readonly string[];
  phase: CasePhase;
  stages: CaseStage[];
  risk: RiskLevel | null;
  reason: string | null;
  requested_by: string | null;
  endorsed: boolean;
  endorser: string | null;
  overdue_statutory: number;
  death_recorded_by: string | null;
  death_reviewed: boolean;
}

/** The latest closing counts while it waits only. */
const OWN = `
  SELECT c.phase, can_work_case(c.id) AS works,
         ARRAY(SELECT a.reason FROM case_access a WHERE a.case_id = c.id AND a.principal_id = ANY (ctx_principals())
                  AND a.valid_from <= ctx_now() AND (a.valid_until IS NULL OR a.valid_until > ctx_now())) AS reasons,
         ARRAY(SELECT s.stage FROM case_stage s WHERE s.case_id = c.id AND s.closed_at IS NULL) AS stages, c.risk_level AS risk,
         k.reason, k.requested_by, k.endorsed_at IS NOT NULL AS endorsed, CASE WHEN c.phase = 'closing' THEN closing_endorser(c.id) END AS endorser,
         (SELECT count(*)::int FROM deadline d WHERE d.case_id = c.id AND d.state = 'running' AND d.statutory AND d.duty AND d.due_at < $2) AS overdue_statutory,
         x.recorded_by AS death_recorded_by, x.reviewed_at IS NOT NULL AS death_reviewed
    FROM case_file c
    LEFT JOIN LATERAL (SELECT reason, requested_by, endorsed_at FROM case_closing k WHERE k.case_id = c.id AND c.phase = 'closing'
                        ORDER BY requested_at DESC, id DESC LIMIT 1) k ON true
    LEFT JOIN case_death x ON x.case_id = c.id
   WHERE c.id = $1`;

async function ownFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<OwnRow>(OWN, [caseId, tx.now]);
  if (row === undefined) return {};
  const isEnded = row.phase === 'closed' || row.phase === 'follow_up';
  return {
    part: partOf(row),
    phase: row.phase,
    openStages: row.stages,
    latestRisk: row.risk,
    closingReason: row.reason,
    closingRequestedBy: row.requested_by,
    closingNeedsEndorsement: row.endorser !== null,
    closingEndorsed: row.endorsed,
    followUpsLeft: isEnded ? ((await followUpStanding(tx, caseId))?.left ?? 0) : 0,
    overdueStatutory: row.overdue_statutory,
    deathRecordedBy: row.death_recorded_by,
    deathReviewed: row.death_reviewed,
  };
}

function partOf({ works, reasons }: Pick<OwnRow, 'works' | 'reasons'>): CaseFacts['part'] {
  if (works) return 'works';
  if (reasons.includes('work_order')) return 'order';
  return reasons.includes('conference') ? 'seat' : 'sees';
}
