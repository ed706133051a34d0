import { Injectable } from '@nestjs/common';
import type { TimelineEntryResponse } from '../../../casefile';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import { SHEET_ACTIONS, type SheetAction } from './campaign-sheet.workflow';
import { CAMPAIGN_ACTIONS, type CampaignAction } from './campaign.workflow';

interface ActionRow {
  id: string;
  campaign_id: string;
  at: Date;
  action: string;
  note: Buffer | null;
  actor: string | null;
  agency: string | null;
  region_code: string | null;
}

/** On the page of the whole screening single children are not told one by one. */
const TOLD_ABOVE = ['sheet.submit', 'sheet.sign', 'sheet.return'];

/** 办理经过 of a screening and of a village's sheet. That a report was filed is an entry only for those who know the report. */
@Injectable()
export class CampaignTimeline {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  ofCampaign(tx: Tx, campaignId: string): Promise<TimelineEntryResponse[]> {
    return this.read(tx, 'a.campaign_id = $1 AND (a.sheet_id IS NULL OR a.action = ANY ($2))', [
      campaignId,
      TOLD_ABOVE,
    ]);
  }

  ofSheet(tx: Tx, sheetId: string): Promise<TimelineEntryResponse[]> {
    return this.read(tx, 'a.sheet_id = $1', [sheetId]);
  }

  private async read(tx: Tx, where: string, params: readonly unknown[]): Promise<TimelineEntryResponse[]> {
    const rows = await tx.query<ActionRow>(
      `SELECT a.id, a.campaign_id, a.at, a.action, a.note, u.display_name AS actor, g.name AS agency, s.region_code
         FROM campaign_action a LEFT JOIN campaign_sheet s ON s.id = a.sheet_id
         LEFT JOIN app_user u ON u.id = a.actor_user_id LEFT JOIN agency g ON g.id = a.actor_agency_id
        WHERE ${where} ORDER BY a.at, a.id`,
      params,
    );
    return Promise.all(
      rows.map(async (row) => ({
        id: row.id,
        at: row.at.toISOString(),
        upcoming: false,
        action: `campaign.${row.action}`,
        label: campaignActionLabel(row.action),
        subject: row.region_code === null ? null : (this.reference.region(row.region_code)?.name ?? null),
        stage: null,
        actorName: row.actor,
        agencyName: row.agency,
        note:
          row.note === null
            ? null
            : await this.crypto.decrypt(row.campaign_id, 'campaign_action.note', row.id, row.note),
      })),
    );
  }
}

/** What the timeline calls an action. */
export function campaignActionLabel(action: string): string {
  if (action === 'create') return '已起草';
  return action.startsWith('sheet.')
    ? SHEET_ACTIONS[action.slice('sheet.'.length) as SheetAction].done
    : CAMPAIGN_ACTIONS[action as CampaignAction].done;
}
