import { Injectable } from '@nestjs/common';
import { toVisitResponse, VISIT_COLUMNS, type VisitBody, type VisitRow } from '../../../fieldwork/visits';
import { FieldCrypto } from '../../../platform/crypto';
import type { Tx } from '../../../platform/database';
import { ReferenceData } from '../../../support/reference';
import type { WatchVisitResponse } from '../dto/watch.response';
import type { WatchRow } from './watch-commands';

interface WatchVisitRow extends VisitRow {
  planned_on: string | null;
  missed: number;
  left_unattended: boolean;
  lives_alone: boolean;
}

/** The visits of a watched child for its page, the newest first. */
@Injectable()
export class WatchVisitViews {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  async ofItem(tx: Tx, item: Pick<WatchRow, 'id' | 'child_id'>): Promise<WatchVisitResponse[]> {
    const rows = await tx.query<WatchVisitRow>(
      `SELECT ${VISIT_COLUMNS}, v.planned_on::text AS planned_on, v.missed, v.left_unattended, v.lives_alone
         FROM watch_visit v LEFT JOIN app_user u ON u.id = v.visited_by
        WHERE v.watch_item_id = $1 ORDER BY v.visited_at DESC, v.id DESC`,
      [item.id],
    );
    return Promise.all(rows.map((row) => this.view(row, item.child_id)));
  }

  private async view(row: WatchVisitRow, childId: string): Promise<WatchVisitResponse> {
    const body = (await this.crypto.decryptJson(childId, 'watch_visit.body', row.id, row.body)) as VisitBody;
    const typeName = this.reference.codeName('VISIT_TYPES', row.visit_type) ?? row.visit_type;
    return {
      ...toVisitResponse(row, body, typeName),
      plannedOn: row.planned_on,
      missed: row.missed,
      leftUnattended: row.left_unattended,
      livesAlone: row.lives_alone,
    };
  }
}
