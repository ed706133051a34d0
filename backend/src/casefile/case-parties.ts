import { Injectable } from '@nestjs/common';
import { maskName } from '../platform/crypto';
import type { Tx } from '../platform/database';
import { DESTROYED, PersonQueries, type PersonResponse } from '../people';
import { ReferenceData } from '../support/reference';
import { type CaseReader, maySeeClass } from './case-fields.policy';
import type { CaseRow } from './case-rows';
import type { CaseResponse } from './dto/case.response';

/** 疑似侵害人, never 加害人 (design §9.4). */
const PARTY_ROLES: Readonly<Record<string, string>> = {
  child: '孩子',
  guardian: '监护人',
  suspect: '疑似侵害人',
  household: '共同生活成员',
  other: '其他相关人员',
};

interface PartyRow {
  person_id: string;
  role: string;
  relation: string | null;
}

export type PeopleParts = Pick<CaseResponse, 'childName' | 'child' | 'parties'>;

/** The people of a case, as far as the reader may know who they are. */
@Injectable()
export class CaseParties {
  constructor(
    private readonly people: PersonQueries,
    private readonly reference: ReferenceData,
  ) {}

  async read(tx: Tx, row: CaseRow, reader: CaseReader): Promise<PeopleParts> {
    const may = (fieldClass: 'identity' | 'contact' | 'family'): boolean =>
      maySeeClass(reader, row.situations, fieldClass);
    if (!may('identity')) return { childName: null, child: null, parties: null };
    const rows = may('family') ? await others(tx, row) : [];
    const ids = [row.child_id, ...rows.map((party) => party.person_id)];
    const views = await this.people.views(tx, [...new Set(ids)], { contact: may('contact') });
    const child = views.get(row.child_id) ?? null;
    return {
      childName: child === null ? null : shortName(child),
      child,
      parties: may('family')
        ? rows.flatMap(({ person_id: personId, role, relation }) => {
            const person = views.get(personId);
            const relationName =
              relation === null ? null : (this.reference.codeName('RELATIONS', relation) ?? null);
            return person === undefined
              ? []
              : [{ role, roleName: PARTY_ROLES[role] ?? role, relationName, person }];
          })
        : null,
    };
  }

  /** Masked names for a list, by case id; a case whose child the reader may not know has none. */
  async names(
    tx: Tx,
    rows: readonly CaseRow[],
    readerOf: (row: CaseRow) => CaseReader,
  ): Promise<Map<string, string | null>> {
    const known = rows.filter((row) => maySeeClass(readerOf(row), row.situations, 'identity'));
    const names = await this.people.maskedNames(tx, [...new Set(known.map((row) => row.child_id))]);
    return new Map(known.map((row) => [row.id, names.get(row.child_id) ?? null]));
  }
}

/** As lists show it. */
function shortName({ name }: PersonResponse): string {
  if (name === null) return '未知';
  return name === DESTROYED ? DESTROYED : maskName(name);
}

function others(tx: Tx, row: CaseRow): Promise<PartyRow[]> {
  return tx.query<PartyRow>(
    `SELECT p.person_id, p.role, (SELECT r.code FROM relation r WHERE r.person_id = p.person_id AND r.child_id = $2 AND r.valid_to IS NULL
                                   ORDER BY r.id LIMIT 1) AS relation
       FROM case_party p WHERE p.case_id = $1 AND p.role <> 'child' ORDER BY p.role, p.person_id`,
    [row.id, row.child_id],
  );
}
