import { Injectable } from '@nestjs/common';
import { localDate, type LocalDate } from '../../../kernel';
import type { Tx } from '../../../platform/database';
import { DeadlineService } from '../../../support/deadlines';
import { ReferenceData } from '../../../support/reference';
import type { WatchRow } from './watch-commands';
import { VISIT_VARIANTS, type WatchLevel } from './watch.rules';

const ROUND = 'DL-045';
const CONTACT = 'DL-025';

type ClockItem = Pick<WatchRow, 'id' | 'number' | 'worker_agency_id' | 'worker_user_id'>;

/** Clocks of a watched child: the next visit, and the weekly contact of parents who are away. The village worker owns them. */
@Injectable()
export class WatchClocks {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /** Starts the round to the next visit, at the latest at the end of the level's number (D); returns the day it is due. */
  async startRound(tx: Tx, item: ClockItem, level: WatchLevel, endsOn?: LocalDate): Promise<LocalDate> {
    await this.deadlines.close(tx, ROUND, item.id);
    const { dueAt } = this.deadlines.open(tx, {
      ruleId: ROUND,
      variant: VISIT_VARIANTS[level],
      ...(endsOn === undefined ? {} : { endsOn }),
      ...this.subject(item),
      escalationAgencyId: this.reference.supervisorOf(item.worker_agency_id),
    });
    return localDate(dueAt);
  }

  /** Counts a week (DL-025; 未成年人保护法 art 23) from the last contact. Parents are private people: reminders only. */
  async startContact(tx: Tx, item: ClockItem, from: Date): Promise<void> {
    await this.stopContact(tx, item.id);
    this.deadlines.open(tx, { ruleId: CONTACT, startAt: from, ...this.subject(item) });
  }

  async stopContact(tx: Tx, itemId: string): Promise<void> {
    await this.deadlines.close(tx, CONTACT, itemId);
  }

  /** The watching ended: nothing is due any more. */
  async cancelAll(tx: Tx, itemId: string): Promise<void> {
    await this.deadlines.cancelAll(tx, itemId);
  }

  /** Somebody else goes now and owns what is due. */
  async handOver(tx: Tx, itemId: string, agencyId: string, userId: string | null): Promise<void> {
    await tx.execute(
      `UPDATE deadline SET owner_agency_id = $2, owner_user_id = $3, escalation_agency_id = CASE WHEN rule_id = '${ROUND}' THEN $4::uuid END
        WHERE subject_id = $1 AND state = 'running'`,
      [itemId, agencyId, userId, this.reference.supervisorOf(agencyId)],
    );
  }

  private subject(item: ClockItem) {
    return {
      subjectKind: 'watch_item',
      subjectId: item.id,
      number: item.number,
      // The level chooses the number of days; among other work a watched child is not urgent.
      urgency: 'U3',
      ownerAgencyId: item.worker_agency_id,
      ...(item.worker_user_id === null ? {} : { ownerUserId: item.worker_user_id }),
    } as const;
  }
}
