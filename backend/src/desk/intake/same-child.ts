import { Injectable } from '@nestjs/common';
import type { CasePhase } from '../../casefile';
import { IndexKey } from '../../platform';
import { exactToken, fullNameToken } from '../../platform/crypto';
import type { Tx } from '../../platform/database';

/** What is known of a child when somebody decides about it. */
export interface ChildIdentity {
  readonly personId?: string;
  readonly name?: string;
  readonly birthDate?: string;
  readonly birthDateEstimated?: boolean;
  readonly idNumber?: string;
}

/** A case of the very child. `hidden`: the actor may not know of it. */
export interface CaseOfChild {
  readonly id: string;
  readonly case_no: string;
  readonly phase: CasePhase;
  readonly child_id: string;
  readonly hidden: boolean;
}

/**
 * Whether a child has a case already: the same file, the same ID number, or the same name and certain date of birth. Such
 * a match asks for a decision; a name alone is a hint (design §3).
 */
@Injectable()
export class SameChild {
  constructor(private readonly index: IndexKey) {}

  async cases(tx: Tx, child: ChildIdentity): Promise<CaseOfChild[]> {
    const { personId, id, name, birth } = this.keys(child);
    if (personId === null && id === null && (name === null || birth === null)) return [];
    return tx.query<CaseOfChild>(
      'SELECT id, case_no, phase, child_id, hidden FROM cases_of_child($1, $2, $3, $4)',
      [personId, id, birth === null ? null : name, birth],
    );
  }

  /**
   * One decision about a child at a time, until the end of the transaction: who waited here sees what the other has opened.
   * The locks are taken in one order, so that two people never wait for each other.
   */
  async lock(tx: Tx, children: readonly ChildIdentity[]): Promise<void> {
    const names = children.flatMap((child) => {
      const { personId, id, name } = this.keys(child);
      return [personId, id, name].filter((key) => key !== null);
    });
    if (names.length === 0) return;
    await tx.query(
      `SELECT pg_advisory_xact_lock(k.key) FROM
         (SELECT DISTINCT hashtextextended('child:' || n, 0) AS key FROM unnest($1::text[]) n ORDER BY 1) k`,
      [names],
    );
  }

  private keys({ personId, name, birthDate, birthDateEstimated, idNumber }: ChildIdentity): {
    personId: string | null;
    id: string | null;
    name: string | null;
    birth: string | null;
  } {
    return {
      personId: personId ?? null,
      id: idNumber ? exactToken(this.index.key, 'id_number', idNumber) : null,
      name: name ? fullNameToken(this.index.key, name) : null,
      birth: birthDate && birthDateEstimated !== true ? birthDate : null,
    };
  }
}
