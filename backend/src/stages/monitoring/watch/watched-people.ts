import { Injectable, type OnModuleInit } from '@nestjs/common';
import { mayReadClass, PersonCaseSources, type PersonRights } from '../../../people';
import { type Tx, visibility } from '../../../platform/database';

/** Whoever watches over a child reads who it is and how to reach it, without a case. */
@Injectable()
export class WatchedPeople implements OnModuleInit {
  constructor(private readonly sources: PersonCaseSources) {}

  onModuleInit(): void {
    this.sources.registerRights(rightsOf);
  }
}

async function rightsOf(tx: Tx, personIds: readonly string[]): Promise<Map<string, PersonRights>> {
  const rows = await tx.query<{ id: string }>(
    `SELECT DISTINCT y.person_id AS id FROM watch_party y JOIN watch_item w ON w.id = y.watch_item_id
      WHERE y.person_id = ANY ($1) AND ${visibility.watchItem('w')}`,
    [personIds],
  );
  const rights = {
    identity: mayReadClass(tx.actor.role, 'identity'),
    contact: mayReadClass(tx.actor.role, 'contact'),
  };
  return new Map(rows.map(({ id }) => [id, rights]));
}
