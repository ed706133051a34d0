import { Injectable } from '@nestjs/common';
import { localDate, newId } from '../kernel';
import type { Tx } from '../platform/database';
import { ReferenceData } from '../support/reference';
import { HouseholdEntity, HouseholdMemberEntity, RelationEntity } from './entities';
import type { NewRelation } from './person.types';

/** 关系 and 家庭: who somebody is to a child, and who lives together. Both are dated; nothing is overwritten. */
@Injectable()
export class RelationService {
  constructor(private readonly reference: ReferenceData) {}

  /** Records what a person is to a child from today on and returns the id. @throws InvalidInput at `field` for an unknown code */
  relate(tx: Tx, relation: NewRelation, field = 'relation'): string {
    this.reference.requireCode('RELATIONS', relation.code, field);
    const id = newId(tx.now.getTime());
    tx.insert(RelationEntity, {
      id,
      districtCode: tx.actor.districtCode,
      personId: relation.personId,
      childId: relation.childId,
      code: relation.code,
      guardianKind: relation.guardianKind ?? null,
      validFrom: localDate(tx.now),
    });
    return id;
  }

  /** Puts people who live together into one household, an existing one if any of them has it, and returns its id. */
  async joinHousehold(tx: Tx, personIds: readonly string[], regionCode?: string | null): Promise<string> {
    const members = await tx.query<{ household_id: string; person_id: string }>(
      `SELECT m.household_id, m.person_id FROM household_member m
        WHERE m.valid_to IS NULL AND m.household_id IN
          (SELECT h.household_id FROM household_member h WHERE h.person_id = ANY ($1) AND h.valid_to IS NULL ORDER BY h.household_id LIMIT 1)`,
      [personIds],
    );
    const { districtCode } = tx.actor;
    const householdId = members[0]?.household_id ?? newId(tx.now.getTime());
    if (members.length === 0) {
      tx.insert(HouseholdEntity, {
        id: householdId,
        districtCode,
        regionCode: regionCode ?? null,
        createdAt: tx.now,
      });
    }
    const present = new Set(members.map((member) => member.person_id));
    for (const personId of new Set(personIds)) {
      if (!present.has(personId))
        tx.insert(HouseholdMemberEntity, {
          householdId,
          personId,
          districtCode,
          validFrom: localDate(tx.now),
        });
    }
    return householdId;
  }
}
