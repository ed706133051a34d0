import { Injectable } from '@nestjs/common';
import { type Tx, visibility } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { CoverageResponse } from '../dto/campaign.response';

interface CountRow {
  key: string;
  target: number;
  met: number;
  not_met: number;
  open: number;
  findings: number;
  added: number;
}
interface ReasonRow {
  key: string;
  code: string;
  n: number;
}

const NOTHING: CoverageResponse = {
  target: 0,
  met: 0,
  notMet: 0,
  open: 0,
  findings: 0,
  added: 0,
  reasons: [],
};

/**
 * 覆盖情况: how many children were to be seen, were met, and were not and why. Counted from what the reader may see, so a
 * number never betrays a child; never a rate and never a ranking (design §9.13).
 */
@Injectable()
export class CampaignCoverage {
  constructor(private readonly reference: ReferenceData) {}

  bySheet(tx: Tx, sheetIds: readonly string[]): Promise<ReadonlyMap<string, CoverageResponse>> {
    return this.counted(tx, 'sheet_id', sheetIds);
  }

  byCampaign(tx: Tx, campaignIds: readonly string[]): Promise<ReadonlyMap<string, CoverageResponse>> {
    return this.counted(tx, 'campaign_id', campaignIds);
  }

  private async counted(
    tx: Tx,
    key: 'sheet_id' | 'campaign_id',
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, CoverageResponse>> {
    const rows = await tx.query<CountRow>(
      `SELECT t.${key} AS key, count(*) FILTER (WHERE t.watch_item_id IS NOT NULL)::int AS target,
              count(*) FILTER (WHERE t.watch_item_id IS NOT NULL AND t.state = 'done')::int AS met,
              count(*) FILTER (WHERE t.watch_item_id IS NOT NULL AND t.state = 'not_met')::int AS not_met,
              count(*) FILTER (WHERE t.state = 'open')::int AS open,
              count(*) FILTER (WHERE cardinality(t.findings) > 0)::int AS findings,
              count(*) FILTER (WHERE t.watch_item_id IS NULL)::int AS added
         FROM campaign_task t WHERE t.${key} = ANY ($1) AND ${visibility.campaignTask('t')} GROUP BY 1`,
      [ids],
    );
    const reasons = await tx.query<ReasonRow>(
      `SELECT t.${key} AS key, t.not_met_reason AS code, count(*)::int AS n FROM campaign_task t
        WHERE t.${key} = ANY ($1) AND t.watch_item_id IS NOT NULL AND t.state = 'not_met' AND ${visibility.campaignTask('t')}
        GROUP BY 1, 2 ORDER BY 1, 2`,
      [ids],
    );
    const found = new Map(ids.map((id) => [id, NOTHING]));
    for (const { key: id, target, met, not_met: notMet, open, findings, added } of rows)
      found.set(id, {
        target,
        met,
        notMet,
        open,
        findings,
        added,
        reasons: reasons
          .filter((row) => row.key === id)
          .map(({ code, n }) => ({
            code,
            name: this.reference.codeName('CAMPAIGN_NOT_MET', code) ?? code,
            count: n,
          })),
      });
    return found;
  }
}
