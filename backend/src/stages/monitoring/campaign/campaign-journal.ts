import { Injectable } from '@nestjs/common';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { CampaignActionEntity } from '../entities';
import { entryColumns, JournalEcho, type JournalEntry, type JournalSubject } from '../journal';
import type { SheetAction } from './campaign-sheet.workflow';
import type { CampaignAction } from './campaign.workflow';

/** Its note is about the screening, never about a child: such words stand in the task, under the child's own key. */
export interface CampaignEntry extends JournalEntry {
  readonly campaignId: string;
  readonly action: CampaignAction | 'create' | `sheet.${SheetAction}`;
  /** The village it happened in; absent: the whole screening. */
  readonly sheetId?: string;
}

/** The log of screenings. */
@Injectable()
export class CampaignJournal {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly echo: JournalEcho,
  ) {}

  async write(tx: Tx, entry: CampaignEntry): Promise<void> {
    const { campaignId, sheetId, action, note } = entry;
    const columns = entryColumns(tx, action, entry);
    tx.insert(CampaignActionEntity, {
      ...columns,
      campaignId,
      sheetId: sheetId ?? null,
      note: note ? await this.crypto.encrypt(campaignId, 'campaign_action.note', columns.id, note) : null,
    });
    const subject: JournalSubject = {
      subjectKind: sheetId === undefined ? 'campaign' : 'campaign_sheet',
      subjectId: sheetId ?? campaignId,
      payload: { campaignId },
    };
    this.echo.send(tx, `campaign.${action}`, subject, entry.data);
  }
}
