import { Injectable } from '@nestjs/common';
import { type Tx, visibility } from '../platform/database';
import { mayReadClass } from './rules/person-rights';

export interface PersonCase {
  readonly id: string;
  readonly caseNo: string;
  readonly phaseName: string;
}

/** What the actor may read of one person outside a case page. */
export interface PersonRights {
  readonly identity: boolean;
  readonly contact: boolean;
}

/** Tells what cases say about people, as far as the actor sees those cases. Cases are above people, so they register here. */
export interface PersonCaseSource {
  casesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly PersonCase[]>>;
  /** The widest right any visible case gives, by person id (a case may seal identities, 未成年人保护法 103). */
  rightsOf?(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonRights>>;
}

/** Another reason to read a person than a case: the widest right it gives, by person id. */
export type PersonRightsReader = (
  tx: Tx,
  personIds: readonly string[],
) => Promise<ReadonlyMap<string, PersonRights>>;

/** Where the module that owns cases registers its answers, and others what they show people for. */
@Injectable()
export class PersonCaseSources {
  private source: PersonCaseSource | undefined;
  private readonly others: PersonRightsReader[] = [];

  register(source: PersonCaseSource): void {
    if (this.source !== undefined) throw new Error('Two sources tell the cases of people');
    this.source = source;
  }

  registerRights(reader: PersonRightsReader): void {
    this.others.push(reader);
  }

  /** Cases by person id; a person without one is absent. */
  async casesOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, readonly PersonCase[]>> {
    return personIds.length === 0 || this.source === undefined
      ? new Map()
      : this.source.casesOf(tx, personIds);
  }

  /** The widest right any reason gives, by person id; absent means none. */
  async rightsOf(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonRights>> {
    if (personIds.length === 0) return new Map();
    const widest = new Map(await this.byCases(tx, personIds));
    for (const reader of this.others)
      for (const [id, rights] of await reader(tx, personIds)) {
        const before = widest.get(id);
        widest.set(id, {
          identity: rights.identity || before?.identity === true,
          contact: rights.contact || before?.contact === true,
        });
      }
    return widest;
  }

  /** Without a source only those who work on a case of the person read anything. */
  private async byCases(tx: Tx, personIds: readonly string[]): Promise<ReadonlyMap<string, PersonRights>> {
    if (this.source?.rightsOf !== undefined) return this.source.rightsOf(tx, personIds);
    const rows = await tx.query<{ id: string }>(
      `SELECT DISTINCT y.person_id AS id FROM case_party y JOIN case_file c ON c.id = y.case_id
        WHERE y.person_id = ANY ($1) AND ${visibility.casework('c')}`,
      [personIds],
    );
    const rights = {
      identity: mayReadClass(tx.actor.role, 'identity'),
      contact: mayReadClass(tx.actor.role, 'contact'),
    };
    return new Map(rows.map(({ id }) => [id, rights]));
  }
}
