import { Injectable } from '@nestjs/common';
import { CasePartyEntity, type LockedCase } from '../../casefile';
import { IndexKey } from '../../platform';
import { fullNameToken } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { CaseParties } from './case-parties';
import type { CaseToLink } from './case-linker';

/** People a new report names and the case does not know yet; who stands there under the same name is not written twice. */
@Injectable()
export class LinkedParties {
  constructor(
    private readonly parties: CaseParties,
    private readonly index: IndexKey,
  ) {}

  async add(tx: Tx, locked: LockedCase, spec: CaseToLink): Promise<void> {
    const rows = await tx.query<{ token: string }>(
      'SELECT t.token FROM case_party p JOIN person_token t ON t.person_id = p.person_id WHERE p.case_id = $1',
      [locked.id],
    );
    const tokens = new Set(rows.map((row) => row.token));
    const isNew = ({ name }: { readonly name?: string }): boolean => {
      const token = name ? fullNameToken(this.index.key, name) : null;
      return token !== null && !tokens.has(token);
    };
    const found = await this.parties.register(tx, {
      dto: { ...spec.dto, suspects: spec.dto.suspects.filter(isNew) },
      child: { ...spec.child, personId: spec.childId, guardians: spec.child.guardians.filter(isNew) },
      index: spec.index,
      known: spec.known,
    });
    const present = await tx.query<{ person_id: string }>(
      'SELECT person_id FROM case_party WHERE case_id = $1',
      [locked.id],
    );
    const known = new Set(present.map((row) => row.person_id));
    for (const { personId, role } of found.members) {
      if (known.has(personId)) continue;
      tx.insert(CasePartyEntity, { caseId: locked.id, personId, districtCode: tx.actor.districtCode, role });
    }
    await this.parties.settle(tx, found, spec.dto.regionCode);
  }
}
