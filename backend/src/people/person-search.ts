import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../kernel';
import { IndexKey } from '../platform';
import { exactToken, fullNameToken, maskName, type NameQuery, queryTokens } from '../platform/crypto';
import { type Tx, visibility } from '../platform/database';
import { type PersonCase, PersonCaseSources } from './person-case-source';
import { PersonCipher } from './person-cipher';
import { PERSON_COLUMNS, type PersonRow } from './person.types';
import { maySameChild, nameContains } from './rules/similar';

const LIMIT = 20;
/** Token hits looked at before they are compared in the clear: bigrams may meet by chance. */
const CANDIDATES = 100;
const LATIN = /^[\sa-z'’-]+$/i;

/** A child of the register that a newly reported one may be; only a hint, a person decides. */
export interface SimilarChild {
  readonly personId: string;
  readonly maskedName: string;
  readonly sex: 'male' | 'female' | 'unknown';
  readonly birthDate: string | null;
  readonly cases: readonly PersonCase[];
}

export interface ReportedIdentity {
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly birthDateEstimated?: boolean | undefined;
  readonly idNumber?: string | undefined;
}

/**
 * Finds people by keyed tokens in plain b-tree rows: under row-level security anything else is slow (arrays) or reads
 * hidden rows first (LIKE). Hits are decrypted and compared again.
 */
@Injectable()
export class PersonSearch {
  constructor(
    private readonly index: IndexKey,
    private readonly cipher: PersonCipher,
    private readonly cases: PersonCaseSources,
  ) {}

  /**
   * Ids of visible people whose name contains the query, or whose pinyin or initials equal it; at most 20, newest first.
   * @throws InvalidInput 422 below two characters, or for a number: numbers must not stand in an address
   */
  async findByName(tx: Tx, query: string): Promise<string[]> {
    if (/\d{5,}/.test(query.normalize('NFKC'))) {
      throw new InvalidInput({
        q: ['请输入姓名、拼音或拼音首字母；证件号和电话不能在这里查，以免留在网址记录中。'],
      });
    }
    const tokens = queryTokens(this.index.key, query);
    if ('tooShort' in tokens) throw new InvalidInput({ q: ['请至少输入两个字，或拼音首字母两位以上。'] });
    const rows = await this.candidates(tx, tokens);
    const opened = await Promise.all(
      rows.map(async (row) => ({ id: row.id, name: (await this.cipher.open(row))?.name })),
    );
    return opened
      .filter(({ name }) => name && (LATIN.test(query) || nameContains(name, query)))
      .slice(0, LIMIT)
      .map(({ id }) => id);
  }

  /** Ids of visible people with this ID number or this phone; a phone may belong to several. */
  async findByExact(
    tx: Tx,
    { idNumber, phone }: { readonly idNumber?: string | undefined; readonly phone?: string | undefined },
  ): Promise<string[]> {
    const { key } = this.index;
    const tokens = [
      idNumber ? exactToken(key, 'id_number', idNumber) : null,
      phone ? exactToken(key, 'phone', phone) : null,
    ];
    return (await this.anyOf(tx, tokens)).map(({ id }) => id);
  }

  /** Visible children that may be the reported one: the same ID number, or the same name and no contradicting birth date. */
  async findSimilarChildren(tx: Tx, reported: ReportedIdentity): Promise<SimilarChild[]> {
    const { key } = this.index;
    const byNumber = await this.anyOf(tx, [
      reported.idNumber ? exactToken(key, 'id_number', reported.idNumber) : null,
    ]);
    const byName = await this.anyOf(tx, [reported.name ? fullNameToken(key, reported.name) : null]);
    const asked = {
      birthDate: reported.birthDate ?? null,
      estimated: reported.birthDateEstimated === true,
    };
    const similar = byName.filter((row) =>
      maySameChild(asked, { birthDate: row.birth_date, estimated: row.birth_date_estimated }),
    );
    const found = new Map(
      [...byNumber, ...similar].filter(({ kind }) => kind === 'child').map((row) => [row.id, row]),
    );
    const cases = await this.cases.casesOf(tx, [...found.keys()]);
    return Promise.all(
      [...found.values()].slice(0, LIMIT).map(async (row) => ({
        personId: row.id,
        maskedName: maskName((await this.cipher.open(row))?.name ?? ''),
        sex: row.sex,
        birthDate: row.birth_date,
        cases: cases.get(row.id) ?? [],
      })),
    );
  }

  private async anyOf(tx: Tx, tokens: readonly (string | null)[]): Promise<PersonRow[]> {
    const anyOf = tokens.filter((token) => token !== null);
    return anyOf.length === 0 ? [] : this.candidates(tx, { anyOf });
  }

  private candidates(tx: Tx, query: Exclude<NameQuery, { tooShort: true }>): Promise<PersonRow[]> {
    const tokens = 'all' in query ? query.all : query.anyOf;
    return tx.query<PersonRow>(
      `SELECT ${PERSON_COLUMNS} FROM person p
         JOIN (SELECT t.person_id FROM person_token t WHERE t.token = ANY ($1) AND t.district_code = $2
                GROUP BY t.person_id HAVING count(*) >= $3 ORDER BY t.person_id DESC LIMIT ${CANDIDATES}) hit ON hit.person_id = p.id
        WHERE ${visibility.person('p')} ORDER BY p.id DESC`,
      [tokens, tx.actor.districtCode, 'all' in query ? tokens.length : 1],
    );
  }
}
