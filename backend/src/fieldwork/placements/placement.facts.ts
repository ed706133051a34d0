import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  type CaseFacts,
  CaseFactSources,
  type LockedCase,
  type PhaseChange,
  PhaseEffects,
} from '../../casefile';
import { type LocalDate, localDate, startOfDay } from '../../kernel';
import type { Tx } from '../../platform/database';
import { custodyDays } from './custody.rules';
import { PlacementLedger } from './placement-ledger';

/** What the guards know of a child in care, and what the death of a child means here. */
@Injectable()
export class PlacementFacts implements OnModuleInit {
  constructor(
    private readonly facts: CaseFactSources,
    private readonly effects: PhaseEffects,
    private readonly ledger: PlacementLedger,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'placements', read: careFacts });
    this.effects.register({
      name: 'placements',
      run: (tx, locked, change) => this.endAtDeath(tx, locked, change),
    });
  }

  /** A death freezes the file (design §9.5): care ends with it, and no clock asks for a child that died. */
  private async endAtDeath(tx: Tx, locked: LockedCase, { to }: PhaseChange): Promise<void> {
    if (to !== 'frozen') return;
    const end = { endedOn: localDate(tx.now), reason: 'DIED', body: {} } as const;
    const custody = await this.ledger.runningCustody(tx, locked.id);
    if (custody !== undefined) await this.ledger.endCustody(tx, locked, custody, end);
    const placement = await this.ledger.openPlacement(tx, locked.id);
    if (placement !== undefined) await this.ledger.endPlacement(tx, locked, placement, end);
  }
}

interface FactRow {
  placements: number;
  placed_since: LocalDate | null;
  custody_from: LocalDate | null;
  extended_at: Date | null;
  notified: boolean;
  police_due: number;
}

/** Placements that followed one another by moving are one stay in care. */
const STAY = `SELECT min(p.started_on)::text FROM placement p
  WHERE p.case_id = $1 AND p.placed_at > coalesce((SELECT max(q.placed_at) FROM placement q
          WHERE q.case_id = $1 AND q.end_reason <> 'CHANGED'), '-infinity'::timestamptz)`;

async function careFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<FactRow>(
    `SELECT (SELECT count(*)::int FROM placement p WHERE p.case_id = $1 AND p.ended_on IS NULL) AS placements,
            (${STAY}) AS placed_since, c.started_on::text AS custody_from,
            (SELECT max(e.extended_at) FROM custody_extension e WHERE e.custody_id = c.id) AS extended_at,
            EXISTS (SELECT 1 FROM return_notice n JOIN placement p ON p.id = n.placement_id
                     WHERE n.case_id = $1 AND p.ended_on IS NULL) AS notified,
            (SELECT count(*)::int FROM handover h WHERE h.case_id = $1 AND h.from_party = 'POLICE'
                AND h.police_statement_id IS NULL) AS police_due
       FROM (SELECT 1) one LEFT JOIN custody c ON c.case_id = $1 AND c.ended_on IS NULL`,
    [caseId],
  );
  if (row === undefined) return {};
  const from = row.custody_from;
  return {
    openPlacements: row.placements,
    placedSince: row.placements === 0 ? null : dayToIso(row.placed_since),
    custodyRunning: from !== null,
    custodyDays: from === null ? 0 : custodyDays(from, tx.now),
    custodySince: row.extended_at?.toISOString() ?? dayToIso(from),
    returnNotified: row.notified,
    policeReportsDue: row.police_due,
  };
}

function dayToIso(day: LocalDate | null): string | null {
  return day === null ? null : startOfDay(day).toISOString();
}
