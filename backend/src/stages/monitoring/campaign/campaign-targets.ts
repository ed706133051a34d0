import { Injectable } from '@nestjs/common';
import { InvalidInput } from '../../../kernel';
import { type Tx, visibility } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import { Places } from '../places';
import { WATCHED } from '../watch/watch-item.workflow';
import type { CampaignRow } from './campaign-commands';

export interface Target {
  readonly id: string;
  readonly regionCode: string;
}

export interface Targets {
  readonly villages: readonly string[];
  readonly children: readonly Target[];
}

/** Whom a screening is about: every watched child of its places and categories that the actor may know of. */
@Injectable()
export class CampaignTargets {
  constructor(
    private readonly places: Places,
    private readonly reference: ReferenceData,
  ) {}

  /** @throws InvalidInput 422 for a place outside the actor's own */
  requireOwn(tx: Tx, regions: readonly string[]): void {
    if (new Set(regions).size !== regions.length) throw new InvalidInput({ regions: ['地区重复，请核对'] });
    if (regions.some((code) => !this.places.isOwn(tx.actor, code)))
      throw new InvalidInput({ regions: ['请选择本单位辖区内的地区'] });
  }

  async of(tx: Tx, { regions, categories }: Pick<CampaignRow, 'regions' | 'categories'>): Promise<Targets> {
    const { districtCode } = tx.actor;
    const within = this.reference
      .regionsOf(districtCode)
      .map(({ code }) => code)
      .filter((code) => regions.some((region) => this.reference.isWithin(code, region)));
    const rows = await tx.query<{ id: string; region_code: string }>(
      `SELECT w.id, w.region_code FROM watch_item w
        WHERE w.district_code = ctx_district() AND w.state = ANY ($1) AND w.region_code = ANY ($2)
          AND (cardinality($3::text[]) = 0 OR w.categories && $3) AND ${visibility.watchItem('w')} ORDER BY w.region_code, w.id`,
      [[...WATCHED], within, categories],
    );
    const leaves = this.places.villagesWithin(districtCode, regions);
    // A child on file for the township itself is not lost between its villages.
    const villages = [...new Set([...leaves, ...rows.map(({ region_code: code }) => code)])].sort();
    return { villages, children: rows.map(({ id, region_code: regionCode }) => ({ id, regionCode })) };
  }
}
