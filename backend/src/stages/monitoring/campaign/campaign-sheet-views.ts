import { Injectable } from '@nestjs/common';
import { type Tx, visibility } from '../../../platform/database';
import { roleMay } from '../../../support/access';
import { ReferenceData } from '../../../support/reference';
import type { CampaignSheetResponse, CoverageResponse, SheetSummaryResponse } from '../dto/campaign.response';
import { CampaignCoverage } from './campaign-coverage';
import { CampaignSheetCommands, SHEET_COLUMNS, SHEET_FROM, type SheetRow } from './campaign-sheet-commands';
import {
  campaignSheetWorkflow,
  SHEET_ACTIONS,
  SHEET_STATES,
  type SheetAction,
} from './campaign-sheet.workflow';
import { CampaignViews } from './campaign-views';

/** The plain part of a village's sheet, alike in lists and on the page. */
@Injectable()
export class CampaignSheetViews {
  constructor(
    private readonly reference: ReferenceData,
    private readonly coverage: CampaignCoverage,
    private readonly sheets: CampaignSheetCommands,
    private readonly campaigns: CampaignViews,
  ) {}

  async plain(tx: Tx, rows: readonly SheetRow[]): Promise<CampaignSheetResponse[]> {
    const counted = await this.coverage.bySheet(
      tx,
      rows.map(({ id }) => id),
    );
    const people = rows.flatMap((row) => [row.submitted_by, row.signed_by]).filter((id) => id !== null);
    const users = await tx.query<{ id: string; display_name: string }>(
      'SELECT u.id, u.display_name FROM app_user u WHERE u.id = ANY ($1)',
      [people],
    );
    const names = new Map(users.map((user) => [user.id, user.display_name]));
    return Promise.all(rows.map((row) => this.view(tx, row, { coverage: counted.get(row.id), names })));
  }

  /** The villages of one screening that the actor may see, in the order of places. */
  async ofCampaign(tx: Tx, campaignId: string): Promise<SheetSummaryResponse[]> {
    const rows = await tx.query<SheetRow>(
      `SELECT ${SHEET_COLUMNS} FROM ${SHEET_FROM} WHERE s.campaign_id = $1 AND ${visibility.campaignSheet('s')} ORDER BY s.region_code`,
      [campaignId],
    );
    return (await this.plain(tx, rows)).map(
      ({ id, regionCode, regionName, agencyName, state, stateName, submittedAt, signedAt, coverage }) => ({
        id,
        regionCode,
        regionName,
        agencyName,
        state,
        stateName,
        submittedAt,
        signedAt,
        coverage,
      }),
    );
  }

  private async view(
    tx: Tx,
    row: SheetRow,
    {
      coverage,
      names,
    }: { readonly coverage: CoverageResponse | undefined; readonly names: ReadonlyMap<string, string> },
  ): Promise<CampaignSheetResponse> {
    if (coverage === undefined) throw new Error('Every sheet is counted');
    const { title, instructions } = await this.campaigns.words(row.campaign_id, row.campaign_body);
    const user = (id: string | null): string | null => (id === null ? null : (names.get(id) ?? null));
    return {
      id: row.id,
      campaignId: row.campaign_id,
      number: row.number,
      title,
      kindName: this.reference.codeName('CAMPAIGN_KINDS', row.kind) ?? row.kind,
      campaignState: row.campaign_state,
      startsOn: row.starts_on,
      endsOn: row.ends_on,
      instructions: instructions ?? null,
      regionCode: row.region_code,
      regionName: this.reference.region(row.region_code)?.name ?? null,
      agencyName: this.reference.agency(row.agency_id)?.name ?? null,
      state: row.state,
      stateName: SHEET_STATES[row.state],
      submittedByName: user(row.submitted_by),
      submittedAt: row.submitted_at?.toISOString() ?? null,
      signedByName: user(row.signed_by),
      signedAt: row.signed_at?.toISOString() ?? null,
      coverage,
      allowedActions: campaignSheetWorkflow
        .allowed(row.state, this.sheets.facts(tx, row))
        .filter(({ action }) => roleMay(tx.actor.role, SHEET_ACTIONS[action as SheetAction].permission)),
      checklist: null,
      children: null,
      deadlines: null,
      timeline: null,
    };
  }
}
