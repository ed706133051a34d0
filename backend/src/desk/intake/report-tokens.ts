import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel';
import { IndexKey } from '../../platform';
import { exactToken, fullNameToken } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { ReportedChild } from './dto/report.request';
import { ReportTokenEntity } from './entities';

/** Writes what a later report of the same child is found by: keyed tokens of names and ID numbers, never the words. */
@Injectable()
export class ReportTokens {
  constructor(private readonly index: IndexKey) {}

  write(tx: Tx, reportId: string, children: readonly ReportedChild[]): void {
    const { key } = this.index;
    const year = Number(localDate(tx.now).slice(0, 4));
    children.forEach((child, childIndex) => {
      const birthYear = birthYearOf(child, year);
      const name = child.name ? fullNameToken(key, child.name) : null;
      const number = child.idNumber ? exactToken(key, 'id_number', child.idNumber) : null;
      const found = [
        ...(name === null ? [] : [{ kind: 'name', token: name }]),
        ...(number === null ? [] : [{ kind: 'id_number', token: number }]),
      ];
      for (const { kind, token } of found) {
        tx.insert(ReportTokenEntity, {
          token,
          districtCode: tx.actor.districtCode,
          reportId,
          childIndex,
          kind,
          birthYear,
        });
      }
    });
  }
}

function birthYearOf({ birthDate, age }: ReportedChild, year: number): number | null {
  if (birthDate !== undefined) return Number(birthDate.slice(0, 4));
  return age === undefined ? null : year - age;
}
