import { Injectable } from '@nestjs/common';
import { ActionRefused, InvalidInput, localDate, newId } from '../kernel';
import { FileKeyStore } from '../platform/crypto';
import { type Tx, visibility } from '../platform/database';
import { ReferenceData } from '../support/reference';
import { PersonEntity, PersonTokenEntity } from './entities';
import { PersonCipher, type PersonSecrets } from './person-cipher';
import {
  type NewPerson,
  type NewRelation,
  PERSON_COLUMNS,
  type PersonChanges,
  type PersonRow,
} from './person.types';
import { RelationService } from './relation.service';
import { checkIdentity, fieldPath, type Identity } from './rules/person-check';

/**
 * Writes people. Visibility comes with the case or the watched child they are put beside (case_party, watch_party), so
 * registering alone shows nobody anything.
 */
@Injectable()
export class PersonService {
  constructor(
    private readonly keys: FileKeyStore,
    private readonly cipher: PersonCipher,
    private readonly reference: ReferenceData,
    private readonly relations: RelationService,
  ) {}

  /**
   * Adds a person and returns the id. faulty fields are named under `path` ('children.0').
   * @throws InvalidInput 422 ID number, birth date, sex, place or reason do not hold
   */
  async register(tx: Tx, person: NewPerson, path = ''): Promise<string> {
    const identity = this.check(tx, person, path);
    const secrets = toSecrets(person, identity);
    const id = newId(tx.now.getTime());
    // The key must survive a power cut before the row that needs it commits.
    await this.keys.createKeys([id]);
    tx.insert(PersonEntity, {
      id,
      districtCode: tx.actor.districtCode,
      kind: person.kind,
      ...plainColumns(identity, person.regionCode ?? null),
      ...(await this.cipher.seal(id, secrets)),
      registeredByAgencyId: tx.actor.agencyId,
      createdAt: tx.now,
      updatedAt: tx.now,
      version: 1,
    });
    this.insertTokens(tx, id, secrets);
    return id;
  }

  /**
   * Changes a person of a case the actor works on, or of a child the actor watches over, if `version` is still the current one.
   * @returns false when the person is not visible or somebody saved a newer version
   * @throws InvalidInput 422; ActionRefused 409 when the person's data were destroyed
   */
  async update(tx: Tx, id: string, version: number, changes: PersonChanges): Promise<boolean> {
    const [row] = await tx.query<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person p
        WHERE p.id = $1 AND p.version = $2 AND ${visibility.person('p')}
          AND (EXISTS (SELECT 1 FROM case_party y JOIN case_file c ON c.id = y.case_id WHERE y.person_id = p.id AND ${visibility.casework('c')})
            OR EXISTS (SELECT 1 FROM watch_party z JOIN watch_item w ON w.id = z.watch_item_id WHERE z.person_id = p.id AND ${visibility.watchItem('w')}))
        FOR NO KEY UPDATE OF p`,
      [id, version],
    );
    if (row === undefined) return false;
    const current = await this.cipher.open(row);
    if (current === null) throw new ActionRefused('此人的资料已依法销毁，不能再修改。');
    const merged = merge(row, current, changes);
    const identity = this.check(tx, merged, '');
    const secrets = toSecrets(merged, identity);
    if (!(await this.write(tx, id, version, identity, text(merged.regionCode), secrets))) return false;
    await tx.execute('DELETE FROM person_token WHERE person_id = $1', [id]);
    this.insertTokens(tx, id, secrets);
    return true;
  }

  /** Records what a person is to a child from today on; returns the id. @throws InvalidInput at `field` for an unknown code */
  relate(tx: Tx, relation: NewRelation, field = 'relation'): string {
    return this.relations.relate(tx, relation, field);
  }

  /** Puts people who live together into one household and returns its id. */
  joinHousehold(tx: Tx, personIds: readonly string[], regionCode?: string | null): Promise<string> {
    return this.relations.joinHousehold(tx, personIds, regionCode);
  }

  /** The id of a child the actor may see. @throws InvalidInput 422 at `field`, alike for hidden and for unknown ones */
  async getVisibleChild(tx: Tx, id: string, field: string): Promise<string> {
    const rows = await tx.query(
      `SELECT 1 FROM person p WHERE p.id = $1 AND p.kind = 'child' AND ${visibility.person('p')}`,
      [id],
    );
    if (rows.length === 0)
      throw new InvalidInput({ [field]: ['没有找到这个孩子的档案，请重新查重或新建。'] });
    return id;
  }

  private async write(
    tx: Tx,
    id: string,
    version: number,
    identity: Identity,
    regionCode: string | null,
    secrets: PersonSecrets,
  ): Promise<boolean> {
    const sealed = await this.cipher.seal(id, secrets);
    const changed = await tx.execute(
      `UPDATE person SET sex = $3, birth_date = $4, birth_date_estimated = $5, id_kind = $6, no_id_reason = $7, region_code = $8,
              name = $9, id_number = $10, phone = $11, address = $12, school = $13, updated_at = $14, version = version + 1
        WHERE id = $1 AND version = $2`,
      [
        id,
        version,
        identity.sex,
        identity.birthDate,
        identity.birthDateEstimated,
        identity.idKind,
        identity.noIdReason,
        regionCode,
        sealed.name,
        sealed.idNumber,
        sealed.phone,
        sealed.address,
        sealed.school,
        tx.now,
      ],
    );
    return changed === 1;
  }

  private check(tx: Tx, person: NewPerson, path: string): Identity {
    const identity = checkIdentity(person, localDate(tx.now), path);
    if (identity.noIdReason !== null)
      this.reference.requireCode('NO_ID_REASONS', identity.noIdReason, fieldPath(path, 'noIdReason'));
    if (person.regionCode)
      this.reference.requireRegion(tx.actor.districtCode, person.regionCode, fieldPath(path, 'regionCode'));
    return identity;
  }

  private insertTokens(tx: Tx, personId: string, secrets: PersonSecrets): void {
    for (const token of this.cipher.tokens(secrets)) {
      tx.insert(PersonTokenEntity, { token, districtCode: tx.actor.districtCode, personId });
    }
  }
}

function plainColumns(identity: Identity, regionCode: string | null) {
  const { sex, birthDate, birthDateEstimated, idKind, noIdReason } = identity;
  return {
    sex,
    birthDate,
    birthDateEstimated,
    idKind,
    noIdReason,
    regionCode: regionCode === '' ? null : regionCode,
  };
}

function toSecrets(person: NewPerson, identity: Identity): PersonSecrets {
  return {
    name: text(person.name),
    idNumber: identity.idNumber,
    phone: text(person.phone),
    address: text(person.address),
    school: text(person.school),
  };
}

function text(value: string | null | undefined): string | null {
  const trimmed = value?.trim() ?? '';
  return trimmed === '' ? null : trimmed;
}

/** The record with the changes laid over it; a new birth date that the old number contradicts is found by the check. */
function merge(row: PersonRow, current: PersonSecrets, changes: PersonChanges): NewPerson {
  const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return {
    kind: row.kind,
    sex: row.sex,
    birthDate: row.birth_date,
    birthDateEstimated: row.birth_date_estimated,
    noIdReason: row.no_id_reason,
    regionCode: row.region_code,
    ...current,
    ...stated,
  };
}
