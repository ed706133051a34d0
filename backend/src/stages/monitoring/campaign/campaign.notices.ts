import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Tx } from '../../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../../platform/outbox';
import { type NoticeKind, Notifications } from '../../../support/notifications';
import { SHEET_ACTIONS } from './campaign-sheet.workflow';
import { CAMPAIGN_ACTIONS } from './campaign.workflow';

interface SheetRow {
  id: string;
  campaign_id: string;
  number: string;
  agency_id: string;
  station_agency_id: string;
  owner_agency_id: string;
}

/** To all of a screening: each village hears of its own sheet, each township once of the whole. */
const TO_ALL: Readonly<Record<string, NoticeKind>> = {
  'campaign.publish': 'campaign.opened',
  'campaign.extend': 'campaign.extended',
  'campaign.close': 'campaign.closed',
};
/** About one sheet: to the village, or to the township above it. */
const TO_ONE: Readonly<Record<string, { readonly to: 'village' | 'station'; readonly kind: NoticeKind }>> = {
  'campaign.sheet.submit': { to: 'station', kind: 'campaign.submitted' },
  'campaign.sheet.return': { to: 'village', kind: 'campaign.returned' },
};
const QUIET = [
  'campaign.create',
  ...Object.keys(CAMPAIGN_ACTIONS).map((action) => `campaign.${action}`),
  ...Object.keys(SHEET_ACTIONS).map((action) => `campaign.sheet.${action}`),
].filter((name) => TO_ALL[name] === undefined && TO_ONE[name] === undefined);

const SHEETS = `SELECT s.id, s.campaign_id, s.number, s.agency_id, s.station_agency_id, c.owner_agency_id
  FROM campaign_sheet s JOIN campaign c ON c.id = s.campaign_id`;

/** Notices about screenings: a number, never a name. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class CampaignNotices implements MessageHandler, OnModuleInit {
  readonly name = 'monitoring.campaign-notices';
  readonly messages = [...Object.keys(TO_ALL), ...Object.keys(TO_ONE)];

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
  ) {}

  onModuleInit(): void {
    this.registry.declare(...this.messages);
    this.registry.declareBroadcast(...QUIET);
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const all = TO_ALL[message.name];
    const one = TO_ONE[message.name];
    if (all !== undefined) await this.tellAll(tx, message, all);
    if (one === undefined) return;
    const [sheet] = await tx.query<SheetRow>(`${SHEETS} WHERE s.id = $1`, [message.subjectId]);
    if (sheet === undefined) return;
    const agencyId = one.to === 'village' ? sheet.agency_id : sheet.station_agency_id;
    await this.tellSheet(tx, message, one.kind, sheet, agencyId);
  }

  private async tellAll(tx: Tx, message: StoredMessage, kind: NoticeKind): Promise<void> {
    const sheets = await tx.query<SheetRow>(`${SHEETS} WHERE s.campaign_id = $1 ORDER BY s.id`, [
      message.subjectId,
    ]);
    const told = new Set<string>();
    for (const sheet of sheets) {
      const { agency_id: village, station_agency_id: station, owner_agency_id: owner } = sheet;
      if (village !== owner) await this.tellSheet(tx, message, kind, sheet, village);
      // Whoever drew it up knows; a township that works for a village hears of that sheet already.
      if (station === owner || station === village || told.has(station)) continue;
      told.add(station);
      await this.notifications.send(tx, {
        agencyId: station,
        kind,
        subjectKind: 'campaign',
        subjectId: sheet.campaign_id,
        number: sheet.number,
        dedupeKey: `${message.id}:${this.name}:${station}`,
      });
    }
  }

  private async tellSheet(
    tx: Tx,
    message: StoredMessage,
    kind: NoticeKind,
    { id, number }: SheetRow,
    agencyId: string,
  ): Promise<void> {
    await this.notifications.send(tx, {
      agencyId,
      kind,
      subjectKind: 'campaign_sheet',
      subjectId: id,
      number,
      dedupeKey: `${message.id}:${this.name}:${id}`,
    });
  }
}
