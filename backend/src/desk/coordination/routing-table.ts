import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';

export interface RoutingRow {
  readonly situation: string;
  readonly agency_kind: string;
  readonly role: 'lead' | 'co';
  readonly task: string;
  readonly refusable: boolean;
  readonly only_if: string | null;
  readonly article: string | null;
  readonly basis: string;
}

/** 分派规则 as data (domain.md §6–§7): which agency kinds a situation calls, in the order they are shown. */
@Injectable()
export class RoutingTable {
  /**
   * Rows of all given situations; the lead is that of the first one, other leads become tasks nobody may refuse. An agency
   * that several of them call has one task: the first one's, and what any of them makes its own duty or asks outright holds.
   */
  async rowsFor(tx: Tx, situations: readonly string[]): Promise<RoutingRow[]> {
    const rows = await tx.query<RoutingRow>(
      `SELECT situation, agency_kind, role, task, refusable, only_if, article, basis FROM routing_rule
        WHERE situation = ANY ($1) AND role <> 'notify' ORDER BY array_position($1, situation), role DESC, sort`,
      [situations],
    );
    const byKind = new Map<string, RoutingRow>();
    for (const row of rows) {
      const kept = byKind.get(row.agency_kind);
      const demoted: RoutingRow =
        row.role === 'lead' && row.situation !== situations[0]
          ? { ...row, role: 'co', refusable: false }
          : row;
      byKind.set(row.agency_kind, kept === undefined ? demoted : stricter(kept, demoted));
    }
    return [...byKind.values()].sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'));
  }

  /** The routing row of one agency kind for a situation, if the table has one. */
  async find(tx: Tx, situations: readonly string[], agencyKind: string): Promise<RoutingRow | undefined> {
    return (await this.rowsFor(tx, situations)).find((row) => row.agency_kind === agencyKind);
  }
}

function stricter(kept: RoutingRow, other: RoutingRow): RoutingRow {
  const unconditional = kept.only_if === null || other.only_if === null;
  return {
    ...kept,
    refusable: kept.refusable && other.refusable,
    only_if: unconditional ? null : kept.only_if,
  };
}
