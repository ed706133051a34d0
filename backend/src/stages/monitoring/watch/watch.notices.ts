import { Injectable, type OnModuleInit } from '@nestjs/common';
import { assertNever } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { HandlerRegistry, type MessageHandler, type StoredMessage } from '../../../platform/outbox';
import { type NoticeKind, Notifications } from '../../../support/notifications';
import { Places } from '../places';
import { confirmPlaceOf, WATCH_ACTIONS, type WatchPlace } from './watch-item.workflow';

interface ItemRow {
  number: string;
  region_code: string;
  proposed_from: WatchPlace;
  proposed_agency_id: string;
  worker_agency_id: string;
  worker_user_id: string | null;
  excluded: string[];
}

type To = 'confirmer' | 'proposer' | 'worker' | 'station';

/** Who hears of what; the rest only refreshes open screens. */
const NOTICES: Readonly<Record<string, { readonly to: To; readonly kind: NoticeKind }>> = {
  'watch.propose': { to: 'confirmer', kind: 'watch.proposed' },
  'watch.resubmit': { to: 'confirmer', kind: 'watch.proposed' },
  'watch.reopen': { to: 'confirmer', kind: 'watch.proposed' },
  'watch.return': { to: 'proposer', kind: 'watch.returned' },
  'watch.confirm': { to: 'worker', kind: 'watch.confirmed' },
  'watch.assign': { to: 'worker', kind: 'watch.assigned' },
  'watch.exclude': { to: 'worker', kind: 'watch.assigned' },
  'watch.record-unfit-carer': { to: 'station', kind: 'watch.carer-unfit' },
};
const QUIET = [...Object.keys(WATCH_ACTIONS), 'screen']
  .map((action) => `watch.${action}`)
  .filter((name) => NOTICES[name] === undefined);

/** Notices about watched children: a number, never a name. Tolerates any order and any repeat (dedupe by message). */
@Injectable()
export class WatchNotices implements MessageHandler, OnModuleInit {
  readonly name = 'monitoring.notices';
  readonly messages = Object.keys(NOTICES);

  constructor(
    private readonly registry: HandlerRegistry,
    private readonly notifications: Notifications,
    private readonly places: Places,
  ) {}

  onModuleInit(): void {
    this.registry.declare(...this.messages);
    this.registry.declareBroadcast(...QUIET);
    this.registry.register(this);
  }

  async handle(tx: Tx, message: StoredMessage): Promise<void> {
    const notice = NOTICES[message.name];
    const [item] = await tx.query<ItemRow>(
      `SELECT w.number, w.region_code, w.proposed_from, w.proposed_agency_id, w.worker_agency_id, w.worker_user_id,
              ARRAY(SELECT x.principal_id FROM watch_exclusion x WHERE x.watch_item_id = w.id) AS excluded
         FROM watch_item w WHERE w.id = $1`,
      [message.subjectId],
    );
    if (notice === undefined || item === undefined) return;
    await this.notifications.send(tx, {
      ...this.recipient(message.districtCode, item, notice.to),
      kind: notice.kind,
      subjectKind: 'watch_item',
      subjectId: message.subjectId,
      number: item.number,
      dedupeKey: `${message.id}:${this.name}`,
    });
  }

  private recipient(
    district: string,
    item: ItemRow,
    to: To,
  ): { readonly userId: string } | { readonly agencyId: string } {
    const excluded = new Set(item.excluded);
    switch (to) {
      case 'proposer':
        return { agencyId: item.proposed_agency_id };
      case 'worker':
        return item.worker_user_id === null
          ? { agencyId: item.worker_agency_id }
          : { userId: item.worker_user_id };
      case 'station':
        return { agencyId: this.places.stationOrDistrict(district, item.region_code, excluded).id };
      case 'confirmer': {
        const stations = this.places.stationsOf(district, item.region_code);
        const staffed = stations.some((station) => this.places.hasPeople(station));
        const place = confirmPlaceOf(item.proposed_from, staffed);
        const [desk] = this.places.districtOf(district, 'civil_affairs');
        const station = this.places.stationOrDistrict(district, item.region_code, excluded);
        return { agencyId: place === 'district' && desk !== undefined ? desk.id : station.id };
      }
      default:
        return assertNever(to);
    }
  }
}
