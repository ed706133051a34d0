import { Injectable } from '@nestjs/common';
import { startOfDay } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { type Duty, dutyRule } from './unit.rules';

/** DL-024 and DL-039: a year from the last check or audit. The unit owns its clock, its authority hears when it is late. */
@Injectable()
export class UnitClocks {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Counts from the last day on record. A newer record is the duty done; where a correction moved the day, the clock
   * that counted from the wrong one falls away.
   */
  async follow(tx: Tx, unit: { id: string; name: string }, duty: Duty, corrects: boolean): Promise<void> {
    const ruleId = dutyRule(duty).clock;
    if (ruleId === undefined) return;
    const [last] = await tx.query<{ day: string }>(
      `SELECT max(u.starts_on)::text AS day FROM unit_record u WHERE u.agency_id = $1 AND u.duty = $2
          AND NOT EXISTS (SELECT 1 FROM unit_record x WHERE x.replaces_id = u.id) HAVING count(*) > 0`,
      [unit.id, duty],
    );
    if (last === undefined) return;
    const startAt = startOfDay(last.day);
    const [running] = await tx.query<{ start_at: Date }>(
      `SELECT start_at FROM deadline WHERE rule_id = $1 AND subject_id = $2 AND state = 'running'`,
      [ruleId, unit.id],
    );
    if (running?.start_at.getTime() === startAt.getTime()) return;
    if (corrects) await this.deadlines.cancel(tx, [ruleId], unit.id);
    else await this.deadlines.close(tx, ruleId, unit.id);
    this.deadlines.open(tx, {
      ruleId,
      subjectKind: 'agency',
      subjectId: unit.id,
      number: unit.name,
      urgency: 'U3',
      startAt,
      ownerAgencyId: unit.id,
      escalationAgencyId: this.reference.supervisorOf(unit.id),
    });
  }
}
