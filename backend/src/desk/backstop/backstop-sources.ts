import { Injectable } from '@nestjs/common';
import type { Role } from '../../kernel';
import type { Tx } from '../../platform/database';
import { roleMay, staffedSql } from '../../support/access';
import { HomeTasks, LOOKED_AT, type TaskRow } from '../home';
import type { BackstopKind } from './dto/backstop.response';

/** One kind of work that lies with an agency. */
export interface BackstopSource {
  readonly kind: BackstopKind;
  readonly name: string;
  /**
   * Open work the actor may see, as a SELECT of id, number, urgency, region_code, agency_id (who acts), since, and backstop:
   * whether a district desk acts because its place has no account.
   */
  readonly sql: string;
  /** What its supervisor is asked when nobody of the acting agency can sign in any more. */
  readonly orphanTitle: string;
  readonly orphanRoles: readonly Role[];
}

/** What may be done for a place without accounts; rooms above the desk register their kinds. */
@Injectable()
export class BackstopSources {
  private readonly sources: BackstopSource[] = [];

  constructor(private readonly tasks: HomeTasks) {}

  register(source: BackstopSource): void {
    this.sources.push(source);
    this.tasks.register({
      key: `orphan-${source.kind}`,
      title: source.orphanTitle,
      roles: source.orphanRoles,
      subject: source.kind,
      read: (tx) => orphans(tx, source),
    });
  }

  /** Every kind in one table expression, with its `kind`. */
  union(): string {
    const rows = this.sources.map(({ kind, sql }) => `SELECT '${kind}' AS kind, q.* FROM (${sql}) q`);
    return `(${rows.join(' UNION ALL ')})`;
  }

  nameOf(kind: BackstopKind): string {
    return this.sources.find((source) => source.kind === kind)?.name ?? kind;
  }
}

/** Work of an agency that lost its last account: its supervisor's, or the district's where nobody can sign in there either. */
function orphans(tx: Tx, { sql }: BackstopSource): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT b.id, b.number, b.urgency FROM (${sql}) b JOIN agency a ON a.id = b.agency_id
      WHERE NOT ${staffedSql('a.id', 'case.visit')}
        AND (a.supervisor_agency_id = ANY (ctx_principals())
             OR ($1 AND NOT ${staffedSql('a.supervisor_agency_id', 'case.visit')}))
      ORDER BY b.urgency, b.since, b.id LIMIT ${LOOKED_AT}`,
    [roleMay(tx.actor.role, 'backstop.read')],
  );
}
