import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Tx, visibility } from '../platform/database';
import { type PersonCase, PersonCaseSources, type PersonRights } from '../people';
import { type CaseReader, maySeeClass } from './case-fields.policy';
import { CASE_PHASES, type CasePhase } from './case.workflow';

/** Tells people which cases a person takes part in, as far as the reader sees those cases. */
@Injectable()
export class CasesOfPeople implements OnModuleInit {
  constructor(private readonly sources: PersonCaseSources) {}

  onModuleInit(): void {
    this.sources.register({ casesOf, rightsOf });
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

/** The widest right any case gives that the reader sees: a case about MR1–MR3 gives most readers none (未成年人保护法 103). */
async function rightsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, PersonRights>> {
  const rows = await tx.query<{
    person_id: string;
    situations: string[];
    works: boolean;
    is_worker: boolean;
  }>(
    `SELECT p.person_id, c.situations, ${visibility.casework('c')} AS works,
            coalesce(c.worker_user_id = $2 OR c.worker_agency_id = $3, false) AS is_worker
       FROM case_party p JOIN case_file c ON c.id = p.case_id WHERE p.person_id = ANY ($1) AND ${visibility.case('c')}`,
    [personIds, tx.actor.userId, tx.actor.agencyId],
  );
  const found = new Map<string, PersonRights>();
  for (const row of rows) {
    const reader: CaseReader = {
      role: tx.actor.role,
      agencyKind: tx.actor.agencyKind,
      works: row.works,
      isWorker: row.is_worker,
    };
    const before = found.get(row.person_id);
    found.set(row.person_id, {
      identity: before?.identity === true || maySeeClass(reader, row.situations, 'identity'),
      contact: before?.contact === true || maySeeClass(reader, row.situations, 'contact'),
    });
  }
  return found;
}
