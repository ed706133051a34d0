import { Injectable } from '@nestjs/common';
import {
  ActionRefused,
  formatChinaDate,
  InvalidInput,
  isLocalDate,
  localDate,
  newId,
  NotVisible,
  type RequestContext,
  startOfDay,
} from '../../kernel';
import type { Tx } from '../../platform/database';
import { AuditLog } from '../audit';
import { Commands } from '../commands';
import { type Agency, ReferenceData } from '../reference';
import { lockRoster, requireColleague } from './agency-lock';
import type { DutyDayRequest, EnterWeekRequest, StandInRequest } from './dto/duty.request';
import { DutyShiftEntity } from './entities';
import { keepsRoster } from './duty.policy';
import { type NamedShift, Roster } from './roster';
import { findDouble, type Post, type Shift, shiftSpan, type Span } from './roster.rules';

/** A shift to enter. */
type Planned = Pick<Shift, 'userId' | 'post' | 'rank' | 'startsAt' | 'endsAt'>;

const WEEK_MS = 7 * 86_400_000;

/** 排班 and 替班. A shift that has begun is never rewritten: somebody stands in. */
@Injectable()
export class RosterService {
  constructor(
    private readonly commands: Commands,
    private readonly reference: ReferenceData,
    private readonly roster: Roster,
    private readonly audit: AuditLog,
  ) {}

  /** Enters a week: each day of it replaces what was planned for that day. @throws NotVisible 404, InvalidInput 422 */
  enterWeek(ctx: RequestContext, dto: EnterWeekRequest): Promise<string> {
    return this.commands.run(ctx, async (tx) => {
      const agency = await this.requireKept(tx, dto.agencyId);
      requireDays(dto.days);
      await lockRoster(tx, agency.id);
      const known = await this.around(tx, agency.id, dto.days);
      const kept = new Map(known.map((shift) => [shift.id, shift]));
      const entered: Planned[] = [];
      for (const [index, day] of dto.days.entries()) {
        const replaced = replacedBy(day, known, tx.now, `days.${index}.day`);
        for (const { id } of replaced) kept.delete(id);
        entered.push(...this.plan(agency, day, shiftSpan(day.day, dto.from, dto.to), index));
        requireSingle(entered, [...kept.values()], day.day, `days.${index}.day`);
      }
      await withdraw(
        tx,
        known.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
      );
      for (const shift of entered) this.insert(tx, agency.id, shift, null);
      this.record(tx, 'duty.enter-week', agency.id, { days: dto.days.length, shifts: entered.length });
      return agency.id;
    });
  }

  /** 替班: a colleague takes the rest of a shift; both names stay. @throws NotVisible 404, ActionRefused 409, InvalidInput 422 */
  standIn(ctx: RequestContext, shiftId: string, { userId }: StandInRequest): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const shift = await this.lock(tx, shiftId);
        const agency = this.reference.agency(shift.agencyId);
        if (agency === undefined || (shift.userId !== tx.actor.userId && !keepsRoster(tx.actor, agency)))
          throw new ActionRefused('换人请由当班的人或排班的人来办。');
        requireColleague(this.reference, agency, userId, 'userId');
        if (userId === shift.userId) throw new InvalidInput({ userId: ['这一班本来就是这个人'] });
        await this.takeOver(tx, shift, userId);
        this.record(tx, 'duty.stand-in', agency.id, { shift: shift.id, user: userId });
        return agency.id;
      },
      shiftId,
    );
  }

  /** The rest of a shift goes to somebody else, for whoever holds its lock. @throws ActionRefused 409 when it is over or gone */
  async takeOver(tx: Tx, shift: NamedShift, userId: string): Promise<void> {
    if (shift.endsAt <= tx.now) throw new ActionRefused('这一班已经结束，不需要替班。');
    const others = await this.roster.shifts(tx, shift.agencyId, shift.startsAt, shift.endsAt);
    const startsAt = shift.startsAt > tx.now ? shift.startsAt : tx.now;
    if (others.some(({ standsInFor }) => standsInFor === shift.id))
      throw new ActionRefused('这一班已经有人替了，请在替班的那一行换人。');
    this.insert(tx, shift.agencyId, { ...shift, userId, startsAt }, shift.id);
  }

  /** A shift the actor may see, under its roster's lock. @throws NotVisible 404 */
  async lock(tx: Tx, shiftId: string): Promise<NamedShift> {
    const [row] = await tx.query<{ agencyId: string; from: Date; to: Date }>(
      `SELECT agency_id AS "agencyId", starts_at AS "from", ends_at AS "to" FROM duty_shift
        WHERE id = $1 AND district_code = ctx_district() AND withdrawn_at IS NULL AND can_see_unit(agency_id)`,
      [shiftId],
    );
    if (row !== undefined) {
      await lockRoster(tx, row.agencyId);
      const shifts = await this.roster.shifts(tx, row.agencyId, row.from, row.to);
      const shift = shifts.find(({ id }) => id === shiftId);
      if (shift !== undefined) return shift;
    }
    await this.audit.refused(tx.ctx, 'duty.lock', { subjectKind: 'agency' });
    throw new NotVisible();
  }

  private async requireKept(tx: Tx, agencyId: string): Promise<Agency> {
    const agency = this.reference.agency(agencyId);
    const isOwn = agency?.districtCode === tx.actor.districtCode;
    if (agency !== undefined && isOwn && agency.logsIn && keepsRoster(tx.actor, agency)) return agency;
    await this.audit.refused(tx.ctx, 'duty.enter-week', { subjectKind: 'agency', subjectId: agencyId });
    throw new NotVisible();
  }

  private around(tx: Tx, agencyId: string, days: readonly DutyDayRequest[]): Promise<NamedShift[]> {
    const times = days.map(({ day }) => startOfDay(day).getTime());
    const from = new Date(Math.min(...times) - WEEK_MS);
    return this.roster.shifts(tx, agencyId, from, new Date(Math.max(...times) + WEEK_MS));
  }

  private plan(agency: Agency, day: DutyDayRequest, { from, to }: Span, index: number): Planned[] {
    const place = (userId: string, post: Post, rank: number, field: string): Planned => {
      requireColleague(this.reference, agency, userId, field);
      return { userId, post, rank, startsAt: from, endsAt: to };
    };
    const { officerIds, leaderId } = day;
    return [
      ...officerIds.map((id, at) => place(id, 'officer', at + 1, `days.${index}.officerIds`)),
      ...(leaderId === undefined ? [] : [place(leaderId, 'leader', 1, `days.${index}.leaderId`)]),
    ];
  }

  private insert(tx: Tx, agencyId: string, shift: Planned, standsInFor: string | null): void {
    const { userId, post, rank, startsAt, endsAt } = shift;
    tx.insert(DutyShiftEntity, {
      id: newId(tx.now.getTime()),
      districtCode: tx.actor.districtCode,
      agencyId,
      userId,
      post,
      rank,
      startsAt,
      endsAt,
      standsInFor,
      enteredBy: tx.actor.userId,
      enteredAt: tx.now,
      withdrawnBy: null,
      withdrawnAt: null,
    });
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

/** @throws InvalidInput 422 for a day that no calendar has, or one that is entered twice */
function requireDays(days: readonly DutyDayRequest[]): void {
  for (const [index, { day }] of days.entries()) {
    const field = `days.${index}.day`;
    if (!isLocalDate(day)) throw new InvalidInput({ [field]: ['请填写日期'] });
    if (days.findIndex((other) => other.day === day) !== index)
      throw new InvalidInput({ [field]: [`${formatChinaDate(day)}填了两次`] });
  }
}

/** The shifts of that day that a new plan replaces, with those who stand in for them. */
function replacedBy(
  { day }: DutyDayRequest,
  known: readonly NamedShift[],
  now: Date,
  field: string,
): Shift[] {
  const ofDay = known.filter(
    ({ startsAt, standsInFor }) => standsInFor === null && localDate(startsAt) === day,
  );
  if (ofDay.some(({ startsAt }) => startsAt <= now))
    throw new InvalidInput({
      [field]: [`${formatChinaDate(day)}：这一班已经开始，不能重排；换人请用「替班」`],
    });
  const gone = new Set(ofDay.map(({ id }) => id));
  for (const { id, standsInFor } of known) if (standsInFor !== null && gone.has(standsInFor)) gone.add(id);
  return known.filter(({ id }) => gone.has(id));
}

/** @throws InvalidInput 422 when two shifts of one place meet in time */
function requireSingle(
  entered: readonly Planned[],
  kept: readonly NamedShift[],
  day: string,
  field: string,
): void {
  for (const [index, shift] of entered.entries()) {
    const doubled =
      findDouble(shift, kept) ??
      entered.slice(0, index).find((other) => findDouble(shift, [{ ...other, id: '', standsInFor: null }]));
    if (doubled !== undefined)
      throw new InvalidInput({
        [field]: [`${formatChinaDate(day)}：和前后一班的时间重叠，请核对接班、交班时间`],
      });
  }
}

async function withdraw(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.execute('UPDATE duty_shift SET withdrawn_by = $2, withdrawn_at = $3 WHERE id = ANY ($1)', [
    ids,
    tx.actor.userId,
    tx.now,
  ]);
}
