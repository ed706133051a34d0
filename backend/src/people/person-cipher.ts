import { Injectable } from '@nestjs/common';
import { exactToken, FieldCrypto, KeyDestroyedError, nameTokens } from '../platform/crypto';
import { IndexKey } from '../platform';
import type { PersonRow } from './person.types';

/** The encrypted part of a person in the clear. */
export interface PersonSecrets {
  readonly name: string | null;
  readonly idNumber: string | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly school: string | null;
}

export type SealedSecrets = { readonly [K in keyof PersonSecrets]: Buffer | null };

/** Seals and opens the encrypted columns of a person and makes the tokens it is found by. */
@Injectable()
export class PersonCipher {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly index: IndexKey,
  ) {}

  async seal(id: string, secrets: PersonSecrets): Promise<SealedSecrets> {
    const sealed = await this.crypto.encryptMany(id, id, {
      'person.name': secrets.name,
      'person.id_number': secrets.idNumber,
      'person.phone': secrets.phone,
      'person.address': secrets.address,
      'person.school': secrets.school,
    });
    return {
      name: sealed['person.name'],
      idNumber: sealed['person.id_number'],
      phone: sealed['person.phone'],
      address: sealed['person.address'],
      school: sealed['person.school'],
    };
  }

  /** The values in the clear; null when the person's key was destroyed (screens show 已销毁). */
  async open(row: PersonRow): Promise<PersonSecrets | null> {
    try {
      const opened = await this.crypto.decryptMany(row.id, row.id, {
        'person.name': row.name,
        'person.id_number': row.id_number,
        'person.phone': row.phone,
        'person.address': row.address,
        'person.school': row.school,
      });
      return {
        name: opened['person.name'],
        idNumber: opened['person.id_number'],
        phone: opened['person.phone'],
        address: opened['person.address'],
        school: opened['person.school'],
      };
    } catch (error) {
      // Missing is not destroyed: a key folder that is incomplete must not pass for a lawful deletion.
      if (error instanceof KeyDestroyedError && error.reason === 'destroyed') return null;
      throw error;
    }
  }

  /** Every token the person can be found by, without duplicates. */
  tokens({ name, idNumber, phone }: Pick<PersonSecrets, 'name' | 'idNumber' | 'phone'>): string[] {
    const { key } = this.index;
    const tokens = name === null ? [] : nameTokens(key, name);
    for (const exact of [
      idNumber === null ? null : exactToken(key, 'id_number', idNumber),
      phone === null ? null : exactToken(key, 'phone', phone),
    ]) {
      if (exact !== null) tokens.push(exact);
    }
    return [...new Set(tokens)];
  }
}
