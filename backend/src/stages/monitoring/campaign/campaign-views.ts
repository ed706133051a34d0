import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { roleMay } from '../../../support/access';
import { ReferenceData } from '../../../support/reference';
import type { CampaignResponse, CoverageResponse } from '../dto/campaign.response';
import { CampaignCommands, type CampaignRow } from './campaign-commands';
import { CampaignCoverage } from './campaign-coverage';
import {
  CAMPAIGN_ACTIONS,
  CAMPAIGN_STATES,
  type CampaignAction,
  campaignWorkflow,
} from './campaign.workflow';

/** Title and instructions of a screening. */
export interface CampaignWords {
  readonly title: string;
  readonly instructions?: string;
}

/** The plain part of a screening, alike in lists and on the page. */
@Injectable()
export class CampaignViews {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
    private readonly coverage: CampaignCoverage,
    private readonly campaigns: CampaignCommands,
  ) {}

  async plain(tx: Tx, rows: readonly CampaignRow[]): Promise<CampaignResponse[]> {
    const counted = await this.coverage.byCampaign(
      tx,
      rows.map(({ id }) => id),
    );
    return Promise.all(rows.map((row) => this.view(tx, row, counted.get(row.id))));
  }

  async words(campaignId: string, body: Buffer): Promise<CampaignWords> {
    return (await this.crypto.decryptJson(campaignId, 'campaign.body', campaignId, body)) as CampaignWords;
  }

  private async view(
    tx: Tx,
    row: CampaignRow,
    coverage: CoverageResponse | undefined,
  ): Promise<CampaignResponse> {
    if (coverage === undefined) throw new Error('Every screening is counted');
    const { title, instructions } = await this.words(row.id, row.body);
    const names = (set: string, codes: readonly string[]): string[] =>
      codes.map((code) => this.reference.codeName(set, code) ?? code);
    return {
      id: row.id,
      number: row.number,
      title,
      kind: row.kind,
      kindName: this.reference.codeName('CAMPAIGN_KINDS', row.kind) ?? row.kind,
      state: row.state,
      stateName: CAMPAIGN_STATES[row.state],
      ownerAgencyName: this.reference.agency(row.owner_agency_id)?.name ?? null,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      createdAt: row.created_at.toISOString(),
      openedAt: row.opened_at?.toISOString() ?? null,
      closedAt: row.closed_at?.toISOString() ?? null,
      regions: row.regions,
      regionNames: row.regions.map((code) => this.reference.region(code)?.name ?? code),
      categories: row.categories,
      categoryNames: names('WATCH_CATEGORIES', row.categories),
      checklist: row.checklist,
      checklistNames: names('CAMPAIGN_CHECKS', row.checklist),
      instructions: instructions ?? null,
      coverage,
      allowedActions: campaignWorkflow
        .allowed(row.state, this.campaigns.facts(tx, row))
        .filter(({ action }) =>
          roleMay(tx.actor.role, CAMPAIGN_ACTIONS[action as CampaignAction].permission),
        ),
      sheets: null,
      villageNames: null,
      timeline: null,
    };
  }
}
