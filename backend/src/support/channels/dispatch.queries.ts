import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { AppDatabase, visibility } from '../../platform/database';
import { CHANNEL_NAMES, type ChannelName } from '../../platform/notifier';
import type { DispatchesResponse, DispatchResponse } from './dto/dispatch.response';

interface Row {
  channel: ChannelName;
  state: DispatchResponse['state'];
  reason: string | null;
  at: Date;
  person: string | null;
}

/** Which channels an urgent message was tried over and what came back. */
@Injectable()
export class DispatchQueries {
  constructor(private readonly database: AppDatabase) {}

  /** Empty for a notice without an alert. @throws NotVisible 404 */
  ofNotice(ctx: RequestContext, noticeId: string): Promise<DispatchesResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const [notice] = await tx.query<{ alertId: string | null }>(
        `SELECT n.alert_id AS "alertId" FROM notice n WHERE n.id = $1 AND ${visibility.notice('n')}`,
        [noticeId],
      );
      if (notice === undefined) throw new NotVisible();
      const rows = await tx.query<Row>(
        `SELECT d.channel, d.state, d.reason, d.at, u.display_name AS person FROM notice_dispatch d LEFT JOIN app_user u ON u.id = d.user_id
          WHERE d.alert_id = $1 AND ${visibility.dispatch('d')} ORDER BY d.at, d.id`,
        [notice.alertId],
      );
      return { data: rows.map(toResponse) };
    });
  }
}

function toResponse({ channel, state, reason, at, person }: Row): DispatchResponse {
  return {
    channel,
    channelName: CHANNEL_NAMES[channel],
    personName: person,
    state,
    // That somebody must not know is not for colleagues to read off a list.
    reason: reason === 'excluded' ? 'no-address' : reason,
    at: at.toISOString(),
  };
}
