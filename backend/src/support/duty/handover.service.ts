import { Injectable } from '@nestjs/common';
import { ActionRefused, newId, NotVisible, type RequestContext } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { AuditLog } from '../audit';
import { Commands } from '../commands';
import { RECORD_OF_CLOCK } from '../deadlines';
import { DutyHandoverEntity, type OpenRecord } from './entities';
import { type NamedShift, Roster } from './roster';
import { nextOfficer, onDuty } from './roster.rules';
import { RosterService } from './roster.service';

const DAY_MS = 86_400_000;
/** How far ahead the next shift is looked for. */
const AHEAD_MS = 14 * DAY_MS;

interface HandoverRow {
  id: string;
  agencyId: string;
  shiftId: string;
  toShiftId: string;
  confirmedAt: Date | null;
}

/** 交接班: who goes off leaves a note of what is urgent and open, by number; who comes on confirms it. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly commands: Commands,
    private readonly rosters: RosterService,
    private readonly roster: Roster,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409 */
  handOver(ctx: RequestContext, shiftId: string): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const shift = await this.rosters.lock(tx, shiftId);
        const shifts = await this.roster.shifts(
          tx,
          shift.agencyId,
          shift.startsAt,
          new Date(tx.now.getTime() + AHEAD_MS),
        );
        requireOwnDuty(tx, shift, shifts);
        const next = nextOfficer(shifts, shift.endsAt);
        if (next === null)
          throw new ActionRefused('后面还没有排班，没有人可以接。请先排班，或者用「替班」换人。');
        const open = await openRecords(tx, shift.agencyId);
        const [known] = await tx.query('SELECT id FROM duty_handover WHERE shift_id = $1', [shift.id]);
        if (known !== undefined) throw new ActionRefused('这一班已经交过班，等接班人确认。');
        tx.insert(DutyHandoverEntity, {
          id: newId(tx.now.getTime()),
          districtCode: tx.actor.districtCode,
          agencyId: shift.agencyId,
          shiftId: shift.id,
          toShiftId: next.id,
          open,
          handedBy: tx.actor.userId,
          handedAt: tx.now,
          confirmedBy: null,
          confirmedAt: null,
        });
        this.record(tx, 'duty.hand-over', shift.agencyId, { shift: shift.id, open: open.length });
        return shift.agencyId;
      },
      shiftId,
    );
  }

  /**
   * Before the end of the old shift, whoever confirms takes the rest of it: the roster always names the person who
   * answers. @throws NotVisible 404, ActionRefused 409
   */
  confirm(ctx: RequestContext, id: string): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const handover = await this.find(tx, id);
        const to = await this.rosters.lock(tx, handover.toShiftId);
        if ((await this.find(tx, id)).confirmedAt !== null) throw new ActionRefused('已经确认接班。');
        const shifts = await this.roster.shifts(tx, to.agencyId, to.startsAt, to.endsAt);
        if (!takersOf(to, shifts).includes(tx.actor.userId))
          throw new ActionRefused('请由接班的人确认；临时换人的，先办「替班」。');
        await tx.execute('UPDATE duty_handover SET confirmed_by = $2, confirmed_at = $3 WHERE id = $1', [
          id,
          tx.actor.userId,
          tx.now,
        ]);
        const from = await this.rosters.lock(tx, handover.shiftId);
        if (from.endsAt > tx.now && from.userId !== tx.actor.userId)
          await this.rosters.takeOver(tx, from, tx.actor.userId);
        this.record(tx, 'duty.confirm-handover', to.agencyId, { handover: id });
        return to.agencyId;
      },
      id,
    );
  }

  private async find(tx: Tx, id: string): Promise<HandoverRow> {
    const [row] = await tx.query<HandoverRow>(
      `SELECT id, agency_id AS "agencyId", shift_id AS "shiftId", to_shift_id AS "toShiftId", confirmed_at AS "confirmedAt"
         FROM duty_handover WHERE id = $1 AND district_code = ctx_district() AND can_see_unit(agency_id)`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'duty.lock', { subjectKind: 'agency' });
    throw new NotVisible();
  }

  private record(
    tx: Tx,
    action: string,
    agencyId: string,
    detail: Readonly<Record<string, string | number>>,
  ): void {
    this.audit.record(tx, { action, subjectKind: 'agency', subjectId: agencyId, detail });
  }
}

/** Whose shift a hand-over goes to, whoever stands in for it included. */
export function takersOf(to: NamedShift, shifts: readonly NamedShift[]): string[] {
  return [to, ...shifts.filter(({ standsInFor }) => standsInFor === to.id)].map(({ userId }) => userId);
}

/** Off goes who is on, or who was on and has not handed over yet. */
function requireOwnDuty(tx: Tx, shift: NamedShift, shifts: readonly NamedShift[]): void {
  if (shift.userId !== tx.actor.userId) throw new ActionRefused('请由当班的人交班。');
  if (shift.post !== 'officer') throw new ActionRefused('交接班由值班员办理，带班领导不用交班。');
  if (shift.startsAt > tx.now) throw new ActionRefused('这一班还没有开始。');
  if (shift.endsAt.getTime() + DAY_MS < tx.now.getTime())
    throw new ActionRefused('这一班结束已经超过一天，不再补办交接。');
  const holds = onDuty(shifts, tx.now).officers.some(({ id }) => id === shift.id);
  if (shift.endsAt > tx.now && !holds)
    throw new ActionRefused('这一班已经由替班的同事接手，请由他（她）交班。');
}

/** What has an urgent clock running: an open U0 is never without one (design §9.1). */
function openRecords(tx: Tx, agencyId: string): Promise<OpenRecord[]> {
  return tx.query<OpenRecord>(
    `SELECT DISTINCT d.subject_kind AS "subjectKind", ${RECORD_OF_CLOCK} AS "subjectId", d.number FROM deadline d
      WHERE d.state = 'running' AND d.urgency = 'U0' AND d.owner_agency_id = $1 AND d.subject_kind IN ('report', 'case', 'work_order')
        AND ${visibility.deadline('d')} ORDER BY d.number`,
    [agencyId],
  );
}
