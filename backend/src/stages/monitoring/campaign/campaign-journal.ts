import { Injectable } from '@nestjs/common';
import { newId } from '../../../kernel';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { Outbox } from '../../../platform/outbox';
import { AuditLog } from '../../../support/audit';
import { CampaignActionEntity } from '../entities';
import type { SheetAction } from './campaign-sheet.workflow';
import type { CampaignAction } from './campaign.workflow';

export interface CampaignEntry {
  readonly campaignId: string;
  readonly action: CampaignAction | 'create' | `sheet.${SheetAction}`;
  /** The village it happened in; absent: the whole screening. */
  readonly sheetId?: string;
  readonly from?: string;
  readonly to?: string;
  /** Only those who know the report see the entry. */
  readonly reportId?: string;
  /** Words about the screening, never about a child: those stand in the task, under the child's own key. */
  readonly note?: string | undefined;
  /** Ids and codes only. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** The log of screenings. Each entry brings its audit row and its outbox message along. */
@Injectable()
export class CampaignJournal {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  async write(tx: Tx, entry: CampaignEntry): Promise<void> {
    const { campaignId, sheetId, action, note } = entry;
    const id = newId(tx.now.getTime());
    const data = { ...(entry.data ?? {}) };
    tx.insert(CampaignActionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      campaignId,
      sheetId: sheetId ?? null,
      reportId: entry.reportId ?? null,
      at: tx.now,
      actorUserId: tx.actor.userId,
      actorAgencyId: tx.actor.agencyId,
      action,
      fromState: entry.from ?? null,
      toState: entry.to ?? null,
      note: note ? await this.crypto.encrypt(campaignId, 'campaign_action.note', id, note) : null,
      data,
    });
    this.audit.record(tx, {
      action: `campaign.${action}`,
      subjectKind: sheetId === undefined ? 'campaign' : 'campaign_sheet',
      subjectId: sheetId ?? campaignId,
      detail: data,
    });
    this.outbox.add(tx, {
      name: `campaign.${action}`,
      subjectId: sheetId ?? campaignId,
      payload: { campaignId },
    });
  }
}
