import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../kernel';
import { PersonQueries, PersonService, RelationService } from '../../people';
import type { Tx } from '../../platform/database';
import type { CaseToOpen } from './case-opener';
import type { TriageChild, TriageReportRequest } from './dto/triage.request';

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

  async register(
    tx: Tx,
    { dto, child, index }: Pick<CaseToOpen, 'dto' | 'child' | 'index'>,
  ): Promise<{ childId: string; members: Member[] }> {
    const childId = await this.child(tx, dto, child, index);
    const members: Member[] = [{ personId: childId, role: 'child' }];
    for (const [position, guardian] of child.guardians.entries()) {
      const personId = await this.people.register(
        tx,
        {
          kind: 'adult',
          name: guardian.name,
          sex: 'unknown',
          idNumber: guardian.idNumber,
          phone: guardian.phone,
          regionCode: dto.regionCode,
        },
        `children.${index}.guardians.${position}`,
      );
      this.relations.relate(
        tx,
        { personId, childId, code: guardian.relation, guardianKind: 'legal' },
        `children.${index}.guardians.${position}.relation`,
      );
      members.push({ personId, role: 'guardian' });
    }
    for (const suspect of dto.suspects.filter(({ name }) => name !== undefined && name !== '')) {
      const personId = await this.people.register(
        tx,
        { kind: 'adult', name: suspect.name, sex: 'unknown' },
        'suspects',
      );
      members.push({ personId, role: 'suspect' });
    }
    return { childId, members };
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
