import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import { onDuty, type OnDuty, type Shift } from './roster.rules';

/** A shift with the names screens show. */
export interface NamedShift extends Shift {
  readonly agencyId: string;
  readonly userName: string;
  readonly enteredByName: string;
  readonly enteredAt: Date;
}

const SHIFTS = `
  SELECT s.id, s.agency_id AS "agencyId", s.user_id AS "userId", u.display_name AS "userName", s.post, s.rank, s.starts_at AS "startsAt",
         s.ends_at AS "endsAt", s.stands_in_for AS "standsInFor", e.display_name AS "enteredByName", s.entered_at AS "enteredAt"
    FROM duty_shift s JOIN app_user u ON u.id = s.user_id JOIN app_user e ON e.id = s.entered_by
   WHERE s.withdrawn_at IS NULL AND s.ends_at > $1 AND s.starts_at < $2`;
const ORDER = 'ORDER BY s.starts_at, s.post DESC, s.rank, s.id';

/** Reads rosters; the visibility rule of shifts is that of units. */
@Injectable()
export class Roster {
  /** The shifts of an agency that touch a span of time. */
  shifts(tx: Tx, agencyId: string, from: Date, to: Date): Promise<NamedShift[]> {
    return tx.query<NamedShift>(`${SHIFTS} AND s.agency_id = $3 ${ORDER}`, [from, to, agencyId]);
  }

  /** Those of every agency the actor may see. */
  shiftsOfAll(tx: Tx, from: Date, to: Date): Promise<NamedShift[]> {
    return tx.query<NamedShift>(`${SHIFTS} AND s.district_code = ctx_district() ${ORDER}`, [from, to]);
  }

  /** Who is on duty for an agency now. */
  async now(tx: Tx, agencyId: string): Promise<OnDuty<NamedShift>> {
    const soon = new Date(tx.now.getTime() + 1);
    return onDuty(await this.shifts(tx, agencyId, tx.now, soon), tx.now);
  }
}
