import { Injectable } from '@nestjs/common';
import { InvalidInput, type LocalDate, newId } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { DrawUpCampaignRequest } from '../dto/campaign.request';
import { CampaignAccessEntity, CampaignSheetEntity, CampaignTaskEntity } from '../entities';
import { Places } from '../places';
import { CampaignClocks } from './campaign-clocks';
import type { CampaignRow } from './campaign-commands';
import { CampaignTargets } from './campaign-targets';

interface ClockRow {
  id: string;
  number: string;
  agency_id: string;
}
interface Sheet {
  readonly id: string;
  readonly agencyId: string;
  readonly stationAgencyId: string;
}

/** Who gets what of a screening: sheets, children, clocks, and the right to see them. */
@Injectable()
export class CampaignPublisher {
  constructor(
    private readonly targets: CampaignTargets,
    private readonly clocks: CampaignClocks,
    private readonly places: Places,
    private readonly reference: ReferenceData,
  ) {}

  /** Known codes, each once, and places of the actor's own. @throws InvalidInput 422 */
  check(tx: Tx, dto: DrawUpCampaignRequest): void {
    this.reference.requireCode('CAMPAIGN_KINDS', dto.kind, 'kind');
    this.targets.requireOwn(tx, dto.regions);
    const lists = [
      ['categories', 'WATCH_CATEGORIES', dto.categories],
      ['checklist', 'CAMPAIGN_CHECKS', dto.checklist],
    ] as const;
    for (const [field, set, codes] of lists) {
      codes.forEach((code, index) => this.reference.requireCode(set, code, `${field}.${index}`));
      if (new Set(codes).size !== codes.length) throw new InvalidInput({ [field]: ['有重复的项目，请核对'] });
    }
  }

  /** The agency that draws it up, and civil affairs. */
  overseers(tx: Tx): ReadonlySet<string> {
    const desks = this.places.districtOf(tx.actor.districtCode, 'civil_affairs').map(({ id }) => id);
    return new Set([tx.actor.agencyId, ...desks]);
  }

  async publish(tx: Tx, campaign: CampaignRow): Promise<{ villages: number; children: number }> {
    const { villages, children } = await this.targets.of(tx, campaign);
    if (villages.length === 0)
      throw new InvalidInput({ regions: ['这些地区没有村（社区），请修改排查的范围'] });
    const sheets = new Map<string, Sheet>();
    for (const regionCode of villages) sheets.set(regionCode, await this.sheet(tx, campaign, regionCode));
    for (const { id: watchItemId, regionCode } of children) {
      const sheet = sheets.get(regionCode);
      if (sheet !== undefined) this.task(tx, campaign.id, sheet, watchItemId);
    }
    this.grant(tx, campaign.id, [...sheets.values()]);
    return { villages: villages.length, children: children.length };
  }

  async moveClocks(tx: Tx, campaignId: string, endsOn: LocalDate): Promise<void> {
    for (const sheet of await this.openSheets(tx, campaignId)) await this.clocks.start(tx, sheet, endsOn);
  }

  async stopClocks(tx: Tx, campaignId: string): Promise<void> {
    for (const { id } of await this.openSheets(tx, campaignId)) await this.clocks.cancel(tx, id);
  }

  private openSheets(tx: Tx, campaignId: string): Promise<ClockRow[]> {
    return tx.query<ClockRow>(
      `SELECT s.id, s.number, s.agency_id FROM campaign_sheet s WHERE s.campaign_id = $1 AND s.state = 'open' ORDER BY s.id`,
      [campaignId],
    );
  }

  private async sheet(tx: Tx, { id: campaignId, number, ends_on: endsOn }: CampaignRow, regionCode: string) {
    const { districtCode } = tx.actor;
    const id = newId(tx.now.getTime());
    const agencyId = this.places.nearestWithPeople(districtCode, regionCode, new Set()).id;
    const stationAgencyId = this.places.stationOrDistrict(districtCode, regionCode).id;
    tx.insert(CampaignSheetEntity, {
      id,
      districtCode,
      campaignId,
      number,
      regionCode,
      agencyId,
      stationAgencyId,
      state: 'open',
    });
    await this.clocks.start(tx, { id, number, agency_id: agencyId }, endsOn);
    return { id, agencyId, stationAgencyId };
  }

  private task(tx: Tx, campaignId: string, sheet: Sheet, watchItemId: string): void {
    tx.insert(CampaignTaskEntity, {
      id: newId(tx.now.getTime()),
      districtCode: tx.actor.districtCode,
      campaignId,
      sheetId: sheet.id,
      agencyId: sheet.agencyId,
      stationAgencyId: sheet.stationAgencyId,
      watchItemId,
      state: 'open',
      findings: [],
    });
  }

  private grant(tx: Tx, campaignId: string, sheets: readonly Sheet[]): void {
    const { districtCode } = tx.actor;
    const reasons = {
      village: sheets.map(({ agencyId }) => agencyId),
      township: sheets.map(({ stationAgencyId }) => stationAgencyId),
    };
    for (const [reason, agencies] of Object.entries(reasons))
      for (const principalId of new Set(agencies))
        tx.insert(CampaignAccessEntity, { campaignId, principalId, districtCode, reason, validFrom: tx.now });
  }
}
