import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { type Agency, ReferenceData } from '../../support/reference';
import type { ProposedOrderTerms } from './dto/order-offer.response';
import { LETTER_KINDS } from './work-order.workflow';

export interface RoutingRow {
  readonly situation: string;
  readonly agency_kind: string;
  readonly role: 'lead' | 'co' | 'notify';
  readonly task: string;
  readonly refusable: boolean;
  /** Codes of ROUTING_CONDITIONS: the row holds when one of them is met, and always when there is none. */
  readonly conditions: readonly string[];
  readonly article: string | null;
  readonly basis: string;
}

/** A row that asks something of an agency. */
export type OrderRule = RoutingRow & { readonly role: 'lead' | 'co' };

/** What an order rests on and whether it may be refused. */
export interface OrderTerms {
  readonly situation: string;
  readonly article: string | null;
  readonly refusable: boolean;
}

/** 分派规则 as data (domain.md §6–§7): which agency kinds a situation calls, in the order they are shown. */
@Injectable()
export class RoutingTable {
  constructor(private readonly reference: ReferenceData) {}

  /**
   * Rows of all given situations; the lead is that of the first one, other leads become tasks nobody may refuse. An agency
   * that several of them call has one task: the first one's, and what any of them makes its own duty or asks outright holds.
   */
  async rowsFor(tx: Tx, situations: readonly string[]): Promise<OrderRule[]> {
    const rows = await this.read<OrderRule>(tx, situations, ['lead', 'co']);
    const demoted = rows.map((row) =>
      row.role === 'lead' && row.situation !== situations[0]
        ? { ...row, role: 'co' as const, refusable: false }
        : row,
    );
    return merged(demoted).sort((a, b) => Number(b.role === 'lead') - Number(a.role === 'lead'));
  }

  /** 告知: kinds that the situations only tell, each once. The same kind may stand among the orders of another situation. */
  async noticesFor(tx: Tx, situations: readonly string[]): Promise<RoutingRow[]> {
    return merged(await this.read(tx, situations, ['notify']));
  }

  /** The routing row of one agency kind for a situation, if the table has one. */
  async find(tx: Tx, situations: readonly string[], agencyKind: string): Promise<OrderRule | undefined> {
    return (await this.rowsFor(tx, situations)).find((row) => row.agency_kind === agencyKind);
  }

  /** What a row asks of an agency, for whoever issues the order; without a row there is no task yet. */
  propose(agency: Agency, row: OrderRule | undefined): ProposedOrderTerms {
    return {
      agencyId: agency.id,
      agencyName: agency.name,
      agencyKind: agency.kind,
      role: row?.role ?? 'co',
      task: row?.task ?? '',
      refusable: row?.refusable ?? true,
      article: row?.article ?? null,
      basis: row?.basis ?? null,
      isLetter: LETTER_KINDS.has(agency.kind),
      conditionName: row === undefined ? null : this.conditionName(row),
    };
  }

  /** When a row holds: any of its conditions is enough. */
  conditionName({ conditions }: RoutingRow): string | null {
    const names = conditions.map((code) => this.reference.codeName('ROUTING_CONDITIONS', code) ?? code);
    return names.length === 0 ? null : names.join('，或');
  }

  private read<Row extends RoutingRow>(
    tx: Tx,
    situations: readonly string[],
    roles: readonly RoutingRow['role'][],
  ): Promise<Row[]> {
    return tx.query<Row>(
      `SELECT situation, agency_kind, role, task, refusable, array_remove(ARRAY[only_if], NULL) AS conditions, article, basis
         FROM routing_rule WHERE situation = ANY ($1) AND role = ANY ($2)
        ORDER BY array_position($1, situation), role DESC, sort`,
      [situations, roles],
    );
  }
}

/** Ground and weight of an order come from the row of its agency's kind; a task of one's own wording may be refused. */
export function orderTerms(row: OrderRule | undefined, situations: readonly string[]): OrderTerms {
  return {
    situation: row?.situation ?? situations[0] ?? 'MR9',
    article: row?.article ?? null,
    refusable: row?.refusable ?? true,
  };
}

function merged<Row extends RoutingRow>(rows: readonly Row[]): Row[] {
  const byKind = new Map<string, Row>();
  for (const row of rows) {
    const kept = byKind.get(row.agency_kind);
    byKind.set(row.agency_kind, kept === undefined ? row : stricter(kept, row));
  }
  return [...byKind.values()];
}

function stricter<Row extends RoutingRow>(kept: Row, other: Row): Row {
  const unconditional = kept.conditions.length === 0 || other.conditions.length === 0;
  return {
    ...kept,
    refusable: kept.refusable && other.refusable,
    conditions: unconditional ? [] : [...new Set([...kept.conditions, ...other.conditions])],
  };
}
