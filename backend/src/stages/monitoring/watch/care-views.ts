import { Injectable } from '@nestjs/common';
import { CARER_CHECKS, type CarerCheck } from '../../../fieldwork/placements';
import { PersonQueries } from '../../../people';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { EntrustedCareResponse, ParentContactResponse } from '../dto/watch.response';
import { CARE_STATES, CONTACT_WAYS, CONTACT_WHO } from './care.rules';
import type { CareBody } from './care.service';
import type { WatchRow } from './watch-commands';

interface CareRow {
  id: string;
  carer_id: string | null;
  state: keyof typeof CARE_STATES;
  started_on: string;
  ended_on: string | null;
  disqualifiers: CarerCheck[];
  school_told_on: string | null;
  village_told_on: string | null;
  parents_told_on: string | null;
  last_contact_on: string | null;
  body: Buffer;
  relation: string | null;
}

interface ContactRow {
  id: string;
  contacted_on: string;
  who: keyof typeof CONTACT_WHO;
  way: keyof typeof CONTACT_WAYS;
  body: Buffer;
}

const SHOWN_CONTACTS = 12;

/** 委托照护 and 父母联系 for the page, the newest first. */
@Injectable()
export class CareViews {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly persons: PersonQueries,
    private readonly reference: ReferenceData,
  ) {}

  async ofItem(
    tx: Tx,
    item: Pick<WatchRow, 'id' | 'child_id'>,
    contact: boolean,
  ): Promise<EntrustedCareResponse[]> {
    const rows = await tx.query<CareRow>(
      `SELECT e.id, e.carer_id, e.state, e.started_on::text AS started_on, e.ended_on::text AS ended_on, e.disqualifiers, e.body,
              e.school_told_on::text AS school_told_on, e.village_told_on::text AS village_told_on, e.parents_told_on::text AS parents_told_on,
              e.last_contact_on::text AS last_contact_on,
              (SELECT r.code FROM relation r WHERE r.person_id = e.carer_id AND r.child_id = $2 ORDER BY r.id DESC LIMIT 1) AS relation
         FROM entrusted_care e WHERE e.watch_item_id = $1 ORDER BY e.recorded_at DESC, e.id DESC`,
      [item.id, item.child_id],
    );
    const carers = rows.flatMap(({ carer_id: id }) => (id === null ? [] : [id]));
    const people = await this.persons.views(tx, carers, { contact });
    return Promise.all(
      rows.map(async (row) => {
        const body = (await this.crypto.decryptJson(
          item.child_id,
          'entrusted_care.body',
          row.id,
          row.body,
        )) as CareBody;
        const carer = row.carer_id === null ? undefined : people.get(row.carer_id);
        return {
          id: row.id,
          state: row.state,
          stateName: CARE_STATES[row.state],
          carerName: carer?.name ?? null,
          relationName:
            row.relation === null
              ? null
              : (this.reference.codeName('RELATIONS', row.relation) ?? row.relation),
          carerPhone: carer?.phone ?? null,
          startedOn: row.started_on,
          endedOn: row.ended_on,
          disqualifiers: row.disqualifiers.map((code) => CARER_CHECKS[code]),
          schoolToldOn: row.school_told_on,
          villageToldOn: row.village_told_on,
          parentsToldOn: row.parents_told_on,
          lastContactOn: row.last_contact_on,
          parentsAway: body.parentsAway ?? null,
          note: body.note ?? null,
          childOpinion: body.childOpinion ?? null,
          noOpinionReason: body.noOpinionReason ?? null,
        };
      }),
    );
  }

  async contacts(tx: Tx, item: Pick<WatchRow, 'id' | 'child_id'>): Promise<ParentContactResponse[]> {
    const rows = await tx.query<ContactRow>(
      `SELECT c.id, c.contacted_on::text AS contacted_on, c.who, c.way, c.body FROM parent_contact c
        WHERE c.watch_item_id = $1 ORDER BY c.contacted_on DESC, c.id DESC LIMIT ${SHOWN_CONTACTS}`,
      [item.id],
    );
    return Promise.all(
      rows.map(async ({ id, contacted_on: contactedOn, who, way, body }) => {
        const words = await this.crypto.decryptJson(item.child_id, 'parent_contact.body', id, body);
        const { note } = words as { note?: string };
        return { id, contactedOn, whoName: CONTACT_WHO[who], wayName: CONTACT_WAYS[way], note: note ?? null };
      }),
    );
  }
}
