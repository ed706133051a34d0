import { Injectable } from '@nestjs/common';
import { PersonSearch } from '../../people';
import type { Tx } from '../../platform/database';
import type { ChildMatch, ProposedChild } from './dto/triage.response';

/** 查重: children who already have a file and might be the same. */
@Injectable()
export class ChildMatches {
  constructor(private readonly people: PersonSearch) {}

  async find(tx: Tx, children: readonly ProposedChild[]): Promise<ChildMatch[]> {
    const found: ChildMatch[] = [];
    for (const [childIndex, child] of children.entries()) {
      if (!child.name && !child.idNumber) continue;
      const similar = await this.people.findSimilarChildren(tx, {
        ...(child.name ? { name: child.name } : {}),
        ...(child.birthDate ? { birthDate: child.birthDate } : {}),
        ...(child.idNumber ? { idNumber: child.idNumber } : {}),
      });
      found.push(...similar.map((person) => ({ childIndex, ...person, cases: [...person.cases] })));
    }
    return found;
  }
}
