import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx, visibility } from '../platform/database';
import { type PersonCase, PersonCaseSources } from '../people';
import { CASE_PHASES, type CasePhase } from './case.workflow';

/** Tells people which cases a person takes part in, as far as the reader sees those cases. */
@Injectable()
export class CasesOfPeople implements OnModuleInit {
  constructor(private readonly sources: PersonCaseSources) {}

  onModuleInit(): void {
    this.sources.register({ casesOf });
  }
}

async function casesOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, PersonCase[]>> {
  const rows = await tx.query<{ person_id: string; id: string; case_no: string; phase: CasePhase }>(
    `SELECT DISTINCT p.person_id, c.id, c.case_no, c.phase, c.opened_at FROM case_party p JOIN case_file c ON c.id = p.case_id
      WHERE p.person_id = ANY ($1) AND ${visibility.case('c')} ORDER BY c.opened_at DESC, c.id`,
    [personIds],
  );
  const found = new Map<string, PersonCase[]>();
  for (const row of rows) {
    const cases = found.get(row.person_id) ?? [];
    found.set(row.person_id, [
      ...cases,
      { id: row.id, caseNo: row.case_no, phaseName: CASE_PHASES[row.phase] },
    ]);
  }
  return found;
}
