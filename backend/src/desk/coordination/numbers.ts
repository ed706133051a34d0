import { Injectable } from '@nestjs/common';
import { localDate } from '../../kernel';
import { AppDatabase, Clock, type Tx } from '../../platform/database';
import { supervisionNumber } from '../../support/deadlines';

const BLOCK = 20;
const SEQUENCES = {
  BG: 'report_number',
  GA: 'case_number',
  XB: 'work_order_number',
  XZ: 'letter_number',
  YS: 'transfer_letter_number',
  ZC: 'case_transfer_number',
  JC: 'watch_number',
  PC: 'campaign_number',
} as const;
export type NumberKind = keyof typeof SEQUENCES;

/**
 * Numbers people read out on the phone: 报告 BG, 个案 GA, 协办单 XB, 协作函 XZ, 移送函 YS, 转出 ZC, 监测对象 JC, 排查 PC, then the date and a counter. They need not be
 * gap-free (design §11), so a process takes them in blocks and a hot intake waits for no sequence.
 */
@Injectable()
export class Numbers {
  private readonly blocks = new Map<NumberKind, string[]>();
  private readonly refills = new Map<NumberKind, Promise<void>>();

  constructor(
    private readonly database: AppDatabase,
    private readonly clock: Clock,
  ) {}

  /** The number of a ruling, 裁定〔2026〕3号; taken in the transaction that rules. */
  async ruling(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ value: string }>(`SELECT nextval('ruling_number')::text AS value`);
    if (row === undefined) throw new Error('The sequence gave no number');
    return `裁定〔${localDate(tx.now).slice(0, 4)}〕${row.value}号`;
  }

  /** The number of a 督办 by hand, of the same series as the clocks' own. */
  async supervision(tx: Tx): Promise<string> {
    const [row] = await tx.query<{ value: string }>(`SELECT nextval('supervision_number')::text AS value`);
    if (row === undefined) throw new Error('The sequence gave no number');
    return supervisionNumber(tx.now, row.value);
  }

  /** The next number of a kind, e.g. BG20261123-000042. */
  async next(kind: NumberKind): Promise<string> {
    for (;;) {
      const taken = this.blocks.get(kind)?.shift();
      if (taken !== undefined)
        return `${kind}${localDate(this.clock.now()).replaceAll('-', '')}-${taken.padStart(6, '0')}`;
      await this.refill(kind);
    }
  }

  private refill(kind: NumberKind): Promise<void> {
    const running = this.refills.get(kind);
    if (running) return running;
    const refill = this.fetch(kind).finally(() => this.refills.delete(kind));
    this.refills.set(kind, refill);
    return refill;
  }

  private async fetch(kind: NumberKind): Promise<void> {
    const rows = await this.database.dataSource.query<{ value: string }[]>(
      `SELECT nextval('${SEQUENCES[kind]}')::text AS value FROM generate_series(1, ${BLOCK})`,
    );
    this.blocks.set(kind, [...(this.blocks.get(kind) ?? []), ...rows.map(({ value }) => value)]);
  }
}
