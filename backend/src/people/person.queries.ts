import { Injectable } from '@nestjs/common';
import { localDate } from '../kernel';
import { maskIdNumber, maskName } from '../platform/crypto';
import { type Tx, visibility } from '../platform/database';
import { ReferenceData } from '../support/reference';
import type { PersonRelationResponse, PersonResponse } from './dto/person.response';
import { PersonCaseSources } from './person-case-source';
import { PersonCipher } from './person-cipher';
import { PersonSearch, type ReportedIdentity, type SimilarChild } from './person-search';
import { type GuardianKind, PERSON_COLUMNS, type PersonRow } from './person.types';
import { ageOn } from './rules/age';

/** Stands where a name was, once the person's key has been destroyed. */
export const DESTROYED = '已销毁';

export interface Reveal {
  /** Whether phone and address are shown. */
  readonly contact: boolean;
}

interface RelationRow {
  id: string;
  person_id: string;
  child_id: string;
  code: string;
  guardian_kind: GuardianKind | null;
}

/** Reads people the actor may see. */
@Injectable()
export class PersonQueries {
  constructor(
    private readonly cipher: PersonCipher,
    private readonly reference: ReferenceData,
    private readonly cases: PersonCaseSources,
    private readonly finder: PersonSearch,
  ) {}

  /** People by id; those the actor may not see are absent. The ID number is always masked. */
  async views(tx: Tx, ids: readonly string[], reveal: Reveal): Promise<Map<string, PersonResponse>> {
    const rows = await this.rows(tx, ids);
    const views = await Promise.all(rows.map((row) => this.view(tx, row, reveal)));
    return new Map(views.map((view) => [view.id, view]));
  }

  /** One person with relations and cases; undefined when there is none or the actor may not see it. */
  async findDetail(tx: Tx, id: string): Promise<PersonResponse | undefined> {
    const rights = (await this.cases.rightsOf(tx, [id])).get(id);
    const view = rights?.identity === true ? (await this.views(tx, [id], rights)).get(id) : undefined;
    if (view === undefined) return undefined;
    view.relations = await this.relations(tx, id);
    view.cases = [...((await this.cases.casesOf(tx, [id])).get(id) ?? [])];
    return view;
  }

  /** Masked names by id (王*明); people the actor may not see are absent, people without a name are 未知. */
  async maskedNames(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.rows(tx, ids);
    const names = await Promise.all(
      rows.map(async (row): Promise<[string, string]> => {
        const secrets = await this.cipher.open(row);
        if (secrets === null) return [row.id, DESTROYED];
        return [row.id, secrets.name === null ? '未知' : maskName(secrets.name)];
      }),
    );
    return new Map(names);
  }

  /**
   * People whose name contains the query, or whose pinyin or initials equal it; at most 20, newest first, without contact data.
   * @throws InvalidInput 422 below two characters or for a number
   */
  async search(tx: Tx, query: string): Promise<PersonResponse[]> {
    const found = await this.finder.findByName(tx, query);
    const rights = await this.cases.rightsOf(tx, found);
    const ids = found.filter((id) => rights.get(id)?.identity === true);
    const views = await this.views(tx, ids, { contact: false });
    return ids.map((id) => views.get(id)).filter((view) => view !== undefined);
  }

  /** Ids of visible people with this ID number or phone. */
  findByExact(
    tx: Tx,
    exact: { readonly idNumber?: string | undefined; readonly phone?: string | undefined },
  ): Promise<string[]> {
    return this.finder.findByExact(tx, exact);
  }

  /** 查重: visible children that may be the reported one; only a hint. */
  findSimilarChildren(tx: Tx, reported: ReportedIdentity): Promise<SimilarChild[]> {
    return this.finder.findSimilarChildren(tx, reported);
  }

  private async rows(tx: Tx, ids: readonly string[]): Promise<PersonRow[]> {
    if (ids.length === 0) return [];
    return tx.query<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person p WHERE p.id = ANY ($1) AND ${visibility.person('p')}`,
      [[...new Set(ids)]],
    );
  }

  private async view(tx: Tx, row: PersonRow, reveal: Reveal): Promise<PersonResponse> {
    const secrets = await this.cipher.open(row);
    const masked = [
      ...(row.id_number === null ? [] : ['idNumber']),
      ...(reveal.contact ? [] : ['phone', 'address']),
    ];
    return {
      id: row.id,
      kind: row.kind,
      name: secrets === null ? DESTROYED : secrets.name,
      sex: row.sex,
      birthDate: row.birth_date,
      birthDateEstimated: row.birth_date_estimated,
      age: row.birth_date === null ? null : ageOn(row.birth_date, localDate(tx.now)),
      idKind: row.id_kind,
      idNumber: secrets?.idNumber ? maskIdNumber(secrets.idNumber) : null,
      noIdReason: row.no_id_reason,
      phone: reveal.contact ? (secrets?.phone ?? null) : null,
      address: reveal.contact ? (secrets?.address ?? null) : null,
      regionCode: row.region_code,
      regionName: row.region_code === null ? null : (this.reference.region(row.region_code)?.name ?? null),
      school: secrets?.school ?? null,
      relations: null,
      cases: null,
      version: row.version,
      _masked: masked,
    };
  }

  /** Only between people the reader sees both: that a hidden case added somebody is a fact about it. */
  private async relations(tx: Tx, id: string): Promise<PersonRelationResponse[]> {
    const rows = await tx.query<RelationRow>(
      `SELECT r.id, r.person_id, r.child_id, r.code, r.guardian_kind FROM relation r
        WHERE (r.child_id = $1 OR r.person_id = $1) AND (r.valid_to IS NULL OR r.valid_to >= $2::date)
          AND EXISTS (SELECT 1 FROM person p WHERE p.id = r.person_id AND ${visibility.person('p')})
          AND EXISTS (SELECT 1 FROM person p WHERE p.id = r.child_id AND ${visibility.person('p')}) ORDER BY r.valid_from, r.id`,
      [id, localDate(tx.now)],
    );
    const names = await this.maskedNames(
      tx,
      rows.flatMap((row) => [row.person_id, row.child_id]),
    );
    return rows.map((row) => ({
      id: row.id,
      personId: row.person_id,
      personName: names.get(row.person_id) ?? null,
      childId: row.child_id,
      childName: names.get(row.child_id) ?? null,
      code: row.code,
      relationName: this.reference.codeName('RELATIONS', row.code) ?? row.code,
      guardianKind: row.guardian_kind,
    }));
  }
}
