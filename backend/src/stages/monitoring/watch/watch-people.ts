import { Injectable } from '@nestjs/common';
import { InvalidInput, localDate } from '../../../kernel';
import { PersonQueries, PersonService, RelationService, type SimilarChild } from '../../../people';
import { FieldCrypto } from '../../../platform/crypto';
import { type Tx, visibility } from '../../../platform/database';
import type {
  LookUpChildRequest,
  WatchedChildRequest,
  WatchedGuardianRequest,
} from '../dto/watch-proposal.request';
import type { SimilarWatchedResponse } from '../dto/watch.response';
import type { WatchRow } from './watch-commands';

/** Why a child is watched, and where its parents are. */
export interface WatchStory {
  readonly why: string;
  readonly parents?: string;
}

/** The people of a watched child: found by 查重 or registered; nobody is on file twice if it can be helped. */
@Injectable()
export class WatchPeople {
  constructor(
    private readonly people: PersonService,
    private readonly relations: RelationService,
    private readonly queries: PersonQueries,
    private readonly crypto: FieldCrypto,
  ) {}

  async story(item: Pick<WatchRow, 'id' | 'child_id' | 'body'>): Promise<WatchStory> {
    return (await this.crypto.decryptJson(
      item.child_id,
      'watch_item.body',
      item.id,
      item.body,
    )) as WatchStory;
  }

  /** The child's id. @throws InvalidInput when it is watched already, or nothing says who it is */
  async child(tx: Tx, child: WatchedChildRequest, regionCode: string): Promise<string> {
    if (child.personId !== undefined) {
      const id = await this.people.getVisibleChild(tx, child.personId, 'child.personId');
      // Two proposals of one child meet at its row.
      await tx.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [id]);
      await this.refuseWatched(tx, id, 'child.personId');
      return id;
    }
    if (child.sex === undefined)
      throw new InvalidInput({ 'child.sex': ['请选择性别，不知道请选「不清楚」'] });
    if (!child.name?.trim() && !child.address?.trim())
      throw new InvalidInput({ 'child.name': ['请填写孩子的姓名；不知道姓名的，请写住址'] });
    if (child.idNumber && (await this.queries.findByExact(tx, { idNumber: child.idNumber })).length > 0)
      throw new InvalidInput({ 'child.idNumber': ['这个证件号已经有档案，请点「查重」选择已有的孩子'] });
    const { name, sex, birthDate, birthDateEstimated, idNumber, noIdReason, phone, address, school } = child;
    return this.people.register(
      tx,
      {
        kind: 'child',
        name,
        sex,
        birthDate,
        birthDateEstimated,
        idNumber,
        noIdReason,
        phone,
        address,
        school,
        regionCode,
      },
      'child',
    );
  }

  /** @throws InvalidInput when the actor knows of another file of this child that has not ended */
  async refuseWatched(tx: Tx, childId: string, field: string, itself?: string): Promise<void> {
    const [other] = await tx.query<{ number: string }>(
      `SELECT w.number FROM watch_item w WHERE w.child_id = $1 AND w.state <> 'ended' AND w.id IS DISTINCT FROM $2::uuid
          AND ${visibility.watchItem('w')} LIMIT 1`,
      [childId, itself ?? null],
    );
    if (other !== undefined)
      throw new InvalidInput({ [field]: [`这个孩子已经是监测对象（${other.number}），请直接打开那份档案`] });
  }

  /** Guardians on file that the actor sees, and the one named now. */
  async guardians(
    tx: Tx,
    childId: string,
    named: WatchedGuardianRequest | undefined,
    regionCode: string,
  ): Promise<string[]> {
    const known = await tx.query<{ id: string }>(
      `SELECT DISTINCT r.person_id AS id FROM relation r
        WHERE r.child_id = $1 AND r.guardian_kind = 'legal' AND (r.valid_to IS NULL OR r.valid_to >= $2::date) AND can_see_person(r.person_id)`,
      [childId, localDate(tx.now)],
    );
    const ids = known.map(({ id }) => id);
    if (named === undefined) return ids;
    const id = await this.adult(tx, named.name, named.phone, regionCode, 'guardian');
    const { relation: code } = named;
    this.relations.relate(tx, { personId: id, childId, code, guardianKind: 'legal' }, 'guardian.relation');
    return [...ids, id];
  }

  adult(tx: Tx, name: string, phone: string | undefined, regionCode: string, path: string): Promise<string> {
    return this.people.register(tx, { kind: 'adult', sex: 'unknown', name, phone, regionCode }, path);
  }

  /** 查重: children the actor may see who may be the same, and whether they are watched already. */
  async lookUp(
    tx: Tx,
    { name, birthDate, birthDateEstimated, idNumber }: LookUpChildRequest,
  ): Promise<SimilarWatchedResponse[]> {
    const asked = { name, birthDate, birthDateEstimated, idNumber };
    return this.withFiles(tx, await this.queries.findSimilarChildren(tx, asked));
  }

  private async withFiles(tx: Tx, similar: readonly SimilarChild[]): Promise<SimilarWatchedResponse[]> {
    const rows = await tx.query<{ id: string; number: string; child_id: string }>(
      `SELECT w.id, w.number, w.child_id FROM watch_item w
        WHERE w.child_id = ANY ($1) AND ${visibility.watchItem('w')} ORDER BY (w.state = 'ended'), w.updated_at DESC`,
      [similar.map(({ personId }) => personId)],
    );
    return similar.map(({ personId, maskedName, sex, birthDate }) => {
      const file = rows.find((row) => row.child_id === personId);
      return {
        personId,
        maskedName,
        sex,
        birthDate,
        watchItemId: file?.id ?? null,
        watchNumber: file?.number ?? null,
      };
    });
  }
}
