import { Injectable } from '@nestjs/common';
import { childVoiceErrors } from '../../../casefile';
import { localDate, newId, type RequestContext, startOfDay } from '../../../kernel';
import { RelationService } from '../../../people';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import type {
  EndCareRequest,
  RecordCareRequest,
  RecordContactRequest,
  RecordUnfitCarerRequest,
} from '../dto/watch-care.request';
import { EntrustedCareEntity, ParentContactEntity, WatchPartyEntity } from '../entities';
import { refuse } from '../refuse';
import { carerErrors, contactErrors, pastDayErrors } from './care.rules';
import { WatchClocks } from './watch-clocks';
import { WatchCommands, type WatchRow } from './watch-commands';
import { WatchPeople } from './watch-people';

/** What is written about a care in words. */
export interface CareBody {
  readonly parentsAway?: string | undefined;
  readonly note?: string | undefined;
  readonly childOpinion?: string | undefined;
  readonly noOpinionReason?: string | undefined;
}

interface OpenCare {
  id: string;
  body: Buffer;
  started_on: string;
  last_contact_on: string | null;
}

/** 委托照护 (未成年人保护法 arts 22–23): who cares for the child, whether that person may, and whether the parents call. */
@Injectable()
export class CareService {
  constructor(
    private readonly watch: WatchCommands,
    private readonly people: WatchPeople,
    private readonly relations: RelationService,
    private readonly clocks: WatchClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 登记委托照护: a yes to one of the four questions is refused with the reason; the weekly contact starts to count. */
  record(ctx: RequestContext, id: string, dto: RecordCareRequest): Promise<string> {
    return this.watch.run(ctx, id, 'record-care', async (tx, item) => {
      refuse({
        ...carerErrors(dto),
        ...childVoiceErrors(dto),
        ...pastDayErrors('startedOn', dto.startedOn, tx.now),
        ...pastDayErrors('lastContactOn', dto.lastContactOn, tx.now),
        ...pastDayErrors('schoolToldOn', dto.schoolToldOn, tx.now),
        ...pastDayErrors('villageToldOn', dto.villageToldOn, tx.now),
      });
      await this.close(tx, id, localDate(tx.now));
      const { parentsAway, childOpinion, noOpinionReason } = dto;
      await this.insert(
        tx,
        item,
        { parentsAway, childOpinion, noOpinionReason },
        {
          carerId: await this.carer(tx, item, dto),
          state: 'running',
          startedOn: dto.startedOn,
          disqualifiers: [],
          lastContactOn: dto.lastContactOn ?? null,
          schoolToldOn: dto.schoolToldOn ?? null,
          villageToldOn: dto.villageToldOn ?? null,
        },
      );
      await this.clocks.startContact(tx, item, startOfDay(dto.lastContactOn ?? localDate(tx.now)));
      return {};
    });
  }

  /** 登记照护人不合适: what runs is marked unfit; without a record, the unfit carer gets one. */
  recordUnfit(ctx: RequestContext, id: string, dto: RecordUnfitCarerRequest): Promise<string> {
    return this.watch.run(ctx, id, 'record-unfit-carer', async (tx, item) => {
      refuse(pastDayErrors('parentsToldOn', dto.parentsToldOn, tx.now));
      const open = await this.openCare(tx, id);
      const { disqualifiers, note } = dto;
      const parentsToldOn = dto.parentsToldOn ?? null;
      if (open === undefined) {
        const row = {
          carerId: null,
          state: 'unfit',
          startedOn: localDate(tx.now),
          disqualifiers,
          parentsToldOn,
        };
        await this.insert(tx, item, { note }, row);
      } else {
        await tx.execute(
          `UPDATE entrusted_care SET state = 'unfit', disqualifiers = $2, parents_told_on = $3, body = $4 WHERE id = $1`,
          [open.id, disqualifiers, parentsToldOn, await this.withNote(item, open, note)],
        );
        await this.clocks.stopContact(tx, id);
      }
      return { data: { disqualifiers } };
    });
  }

  /** 结束委托照护: the parents are back, or somebody else cares for the child now. */
  end(ctx: RequestContext, id: string, { endedOn, reason }: EndCareRequest): Promise<string> {
    return this.watch.run(ctx, id, 'end-care', async (tx) => {
      refuse(pastDayErrors('endedOn', endedOn, tx.now));
      await this.close(tx, id, endedOn);
      return { note: reason };
    });
  }

  /** 登记父母联系: the week counts from the latest contact; one that is entered late moves nothing back. */
  recordContact(ctx: RequestContext, id: string, dto: RecordContactRequest): Promise<string> {
    return this.watch.run(ctx, id, 'record-contact', async (tx, item) => {
      const care = await this.openCare(tx, id);
      if (care === undefined) throw new Error('The guard lets nobody here without a running care');
      refuse(contactErrors(dto.contactedOn, care.started_on, tx.now));
      const rowId = newId(tx.now.getTime());
      tx.insert(ParentContactEntity, {
        id: rowId,
        districtCode: tx.actor.districtCode,
        watchItemId: id,
        careId: care.id,
        contactedOn: dto.contactedOn,
        who: dto.who,
        way: dto.way,
        body: await this.crypto.encryptJson(item.child_id, 'parent_contact.body', rowId, { note: dto.note }),
        recordedBy: tx.actor.userId,
        recordedAt: tx.now,
      });
      if (dto.contactedOn > (care.last_contact_on ?? '')) {
        await tx.execute('UPDATE entrusted_care SET last_contact_on = $2 WHERE id = $1', [
          care.id,
          dto.contactedOn,
        ]);
        await this.clocks.startContact(tx, item, startOfDay(dto.contactedOn));
      }
      return { data: { who: dto.who, way: dto.way } };
    });
  }

  private async carer(tx: Tx, item: WatchRow, dto: RecordCareRequest): Promise<string> {
    const personId = await this.people.adult(
      tx,
      dto.carerName,
      dto.carerPhone,
      item.region_code,
      'carerName',
    );
    this.relations.relate(
      tx,
      { personId, childId: item.child_id, code: dto.relation, guardianKind: 'entrusted' },
      'relation',
    );
    const { districtCode } = tx.actor;
    tx.insert(WatchPartyEntity, { watchItemId: item.id, personId, districtCode, role: 'carer' });
    return personId;
  }

  private async insert(
    tx: Tx,
    item: WatchRow,
    body: CareBody,
    row: Partial<EntrustedCareEntity>,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    tx.insert(EntrustedCareEntity, {
      id,
      districtCode: tx.actor.districtCode,
      watchItemId: item.id,
      ...row,
      body: await this.crypto.encryptJson(item.child_id, 'entrusted_care.body', id, body),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }

  private async withNote(item: WatchRow, care: OpenCare, note: string): Promise<Buffer> {
    const before = await this.crypto.decryptJson(item.child_id, 'entrusted_care.body', care.id, care.body);
    const body: CareBody = { ...(before as CareBody), note };
    return this.crypto.encryptJson(item.child_id, 'entrusted_care.body', care.id, body);
  }

  private async close(tx: Tx, itemId: string, endedOn: string): Promise<void> {
    await tx.execute(
      `UPDATE entrusted_care SET state = 'ended', ended_on = $2 WHERE watch_item_id = $1 AND state <> 'ended'`,
      [itemId, endedOn],
    );
    await this.clocks.stopContact(tx, itemId);
  }

  /** The care that has not ended, locked; at most one. */
  private async openCare(tx: Tx, itemId: string): Promise<OpenCare | undefined> {
    const [row] = await tx.query<OpenCare>(
      `SELECT e.id, e.body, e.started_on::text AS started_on, e.last_contact_on::text AS last_contact_on FROM entrusted_care e
        WHERE e.watch_item_id = $1 AND e.state <> 'ended' FOR NO KEY UPDATE`,
      [itemId],
    );
    return row;
  }
}
