import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../kernel';
import { type NewPerson, PersonQueries, PersonService, RelationService } from '../../people';
import type { Tx } from '../../platform/database';
import type { CaseToOpen } from './case-opener';
import type { TriageChild, TriageReportRequest } from './dto/triage.request';

export interface Parties {
  readonly childId: string;
  readonly members: readonly Member[];
  /** Who lives together, as far as intake knows. */
  readonly household: readonly string[];
}

interface Member {
  readonly personId: string;
  readonly role: 'child' | 'guardian' | 'suspect';
}

/** The people of a case: the child (new or found by 查重), its guardians and who is suspected. */
@Injectable()
export class CaseParties {
  constructor(
    private readonly people: PersonService,
    private readonly relations: RelationService,
    private readonly queries: PersonQueries,
  ) {}

  /** Registers who is not on file yet; the same adult named for several children of a report is one person. */
  async register(tx: Tx, spec: Pick<CaseToOpen, 'dto' | 'child' | 'index' | 'known'>): Promise<Parties> {
    const { dto, child, index, known } = spec;
    const childId = await this.child(tx, dto, child, index);
    const members: Member[] = [{ personId: childId, role: 'child' }];
    const household = [childId];
    for (const [position, guardian] of child.guardians.entries()) {
      const path = `children.${index}.guardians.${position}`;
      const { name, phone, idNumber, relation } = guardian;
      const personId = await this.adult(
        tx,
        known,
        { name, phone, idNumber, regionCode: dto.regionCode },
        path,
      );
      this.relations.relate(
        tx,
        { personId, childId, code: relation, guardianKind: 'legal' },
        `${path}.relation`,
      );
      members.push({ personId, role: 'guardian' });
      if (guardian.livesWithChild === true) household.push(personId);
    }
    for (const [position, { name }] of dto.suspects.entries()) {
      if (!name) continue;
      members.push({
        personId: await this.adult(tx, known, { name }, `suspects.${position}`),
        role: 'suspect',
      });
    }
    return { childId, members, household };
  }

  /** 家庭: the child and those who live with it; siblings meet in the household of the adult they share. */
  async settle(tx: Tx, { household }: Parties, regionCode: string): Promise<void> {
    if (household.length > 1) await this.relations.joinHousehold(tx, household, regionCode);
  }

  private async adult(
    tx: Tx,
    known: Map<string, string>,
    person: Omit<NewPerson, 'kind' | 'sex'>,
    path: string,
  ): Promise<string> {
    const key = JSON.stringify([person.name, person.phone, person.idNumber]);
    const id =
      known.get(key) ?? (await this.people.register(tx, { ...person, kind: 'adult', sex: 'unknown' }, path));
    known.set(key, id);
    return id;
  }

  private async child(tx: Tx, dto: TriageReportRequest, child: TriageChild, index: number): Promise<string> {
    if (child.personId !== undefined) {
      const known = (await this.queries.views(tx, [child.personId], { contact: false })).get(child.personId);
      if (known?.kind !== 'child')
        throw new InvalidInput({ [`children.${index}.personId`]: ['没有找到这份儿童档案，请重新选择'] });
      return child.personId;
    }
    return this.people.register(
      tx,
      {
        kind: 'child',
        name: child.name,
        sex: child.sex,
        birthDate: child.birthDate,
        birthDateEstimated: child.birthDateEstimated,
        idNumber: child.idNumber,
        noIdReason: child.noIdReason,
        phone: child.phone,
        address: child.address,
        school: child.school,
        regionCode: dto.regionCode,
      },
      `children.${index}`,
    );
  }
}
