import { Injectable } from '@nestjs/common';
import {
  addDays,
  dayOfWeek,
  InvalidInput,
  isLocalDate,
  localDate,
  NotVisible,
  type RequestContext,
  startOfDay,
} from '../../kernel';
import { AppDatabase, type Tx, visibility } from '../../platform/database';
import { roleMay } from '../access';
import { AuditLog } from '../audit';
import { linkTo, type NoticeSubject } from '../notifications';
import { type Agency, ReferenceData } from '../reference';
import { DUTY_KINDS, keepsRoster, seesDistrict } from './duty.policy';
import type { DutyAgencyPage, DutyHandoverResponse, DutyRosterResponse } from './dto/duty.response';
import type { OpenRecord } from './entities';
import { takersOf } from './handover.service';
import { type NamedShift, Roster } from './roster';
import { gapsIn, nextOfficer, onDuty, type Span } from './roster.rules';
import { toGap, toShift } from './roster-views';

const DAYS_SHOWN = 14;
const DAY_MS = 86_400_000;
/** A gap this far ahead is somebody's task. */
const GAP_AHEAD_MS = 2 * DAY_MS;
const HANDOVERS_SHOWN = 5;

interface HandoverRow {
  id: string;
  fromName: string;
  toShiftId: string;
  handedAt: Date;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  /** Those the reader may know of. */
  open: readonly OpenRecord[];
}

/** An agency and its times without anybody. */
export interface AgencyGaps {
  readonly agency: Agency;
  readonly shifts: readonly NamedShift[];
  readonly gaps: readonly Span[];
}

/** 值班表, for whom the agency is visible: itself, who stands above it, and the district. */
@Injectable()
export class RosterQueries {
  constructor(
    private readonly database: AppDatabase,
    private readonly reference: ReferenceData,
    private readonly roster: Roster,
    private readonly audit: AuditLog,
  ) {}

  /** Two weeks from the Monday of `weekOf` (default: this week). @throws NotVisible 404, InvalidInput 422 */
  get(ctx: RequestContext, agencyId: string, weekOf: unknown): Promise<DutyRosterResponse> {
    return this.database.inTransaction(ctx, async (tx) => {
      const agency = await this.requireVisible(tx, agencyId);
      const monday = mondayOf(weekOf ?? localDate(tx.now));
      const days = Array.from({ length: DAYS_SHOWN }, (_, index) => addDays(monday, index));
      const shown = await this.roster.shifts(
        tx,
        agency.id,
        startOfDay(addDays(monday, -1)),
        startOfDay(addDays(monday, DAYS_SHOWN)),
      );
      const around = await this.around(tx, agency.id);
      const keeps = keepsRoster(tx.actor, agency);
      const view = (shift: NamedShift) => toShift(shift, [...around, ...shown], tx, keeps);
      const now = onDuty(around, tx.now);
      const next = nextOfficer(around, now.officers[0]?.endsAt ?? tx.now);
      return {
        id: agency.id,
        agencyName: agency.name,
        agencyKindName: agency.kindName,
        weekOf: monday,
        now: { officers: now.officers.map(view), leader: now.leader && view(now.leader) },
        next: next && view(next),
        days: days.map((day) => ({
          day,
          shifts: shown.filter(({ startsAt }) => localDate(startsAt) === day).map(view),
        })),
        gaps: gapsIn(around, ahead(tx.now)).map(toGap),
        handovers: await this.handovers(tx, agency.id, around),
        people: this.reference
          .handlersOf(agency.districtCode)
          .filter((person) => person.agencyId === agency.id)
          .map(({ id, displayName }) => ({ id, displayName })),
        keeps,
      };
    });
  }

  /** Every agency with a duty whose roster the reader sees: who is on, and what is not covered. */
  overview(ctx: RequestContext): Promise<DutyAgencyPage> {
    return this.database.inTransaction(ctx, async (tx) => {
      const data = (await this.agencies(tx)).map(({ agency, shifts, gaps }) => {
        const now = onDuty(shifts, tx.now);
        return {
          id: agency.id,
          agencyName: agency.name,
          agencyKindName: agency.kindName,
          officerNames: now.officers.map(({ userName }) => userName),
          leaderName: now.leader?.userName ?? null,
          gaps: gaps.map(toGap),
        };
      });
      return {
        data,
        pageInfo: { hasNextPage: false, endCursor: null },
        meta: { asOf: tx.now.toISOString() },
      };
    });
  }

  /** The agencies that must have somebody on duty, or keep a roster anyway; the district sees all, others their own and those below. */
  async agencies(tx: Tx): Promise<AgencyGaps[]> {
    const { agencyId, districtCode, role } = tx.actor;
    const shifts = await this.roster.shiftsOfAll(tx, tx.now, new Date(tx.now.getTime() + GAP_AHEAD_MS));
    return this.reference
      .agenciesOf(districtCode)
      .filter(({ id, logsIn, kind, supervisorAgencyId }) => {
        const isSeen = id === agencyId || supervisorAgencyId === agencyId || seesDistrict(role);
        return isSeen && logsIn && (DUTY_KINDS.has(kind) || shifts.some((shift) => shift.agencyId === id));
      })
      .map((agency) => {
        const own = shifts.filter((shift) => shift.agencyId === agency.id);
        return { agency, shifts: own, gaps: gapsIn(own, ahead(tx.now)) };
      });
  }

  /** Hand-overs that wait for this person. */
  async toConfirm(tx: Tx): Promise<{ agencyId: string }[]> {
    const { agencyId } = tx.actor;
    const found = await this.handovers(tx, agencyId, await this.around(tx, agencyId));
    return found.filter(({ confirmable }) => confirmable).map(() => ({ agencyId }));
  }

  /** Yesterday's shifts to those two weeks ahead: whatever is handed over or comes next. */
  private around(tx: Tx, agencyId: string): Promise<NamedShift[]> {
    const now = tx.now.getTime();
    return this.roster.shifts(tx, agencyId, new Date(now - DAY_MS), new Date(now + DAYS_SHOWN * DAY_MS));
  }

  private async handovers(
    tx: Tx,
    agencyId: string,
    around: readonly NamedShift[],
  ): Promise<DutyHandoverResponse[]> {
    const rows = await tx.query<HandoverRow>(
      `SELECT h.id, f.display_name AS "fromName", h.to_shift_id AS "toShiftId", h.handed_at AS "handedAt", h.confirmed_at AS "confirmedAt",
              c.display_name AS "confirmedByName",
              coalesce((SELECT jsonb_agg(o ORDER BY o->>'number') FROM jsonb_array_elements(h.open) o
                 WHERE can_see_notice(ctx_user(), NULL, o->>'subjectKind', (o->>'subjectId')::uuid)), '[]') AS open
         FROM duty_handover h JOIN app_user f ON f.id = h.handed_by LEFT JOIN app_user c ON c.id = h.confirmed_by
        WHERE h.agency_id = $1 ORDER BY h.handed_at DESC LIMIT ${HANDOVERS_SHOWN}`,
      [agencyId],
    );
    const ids = rows.map(({ toShiftId }) => toShiftId);
    const names = await tx.query<{ id: string; name: string }>(
      'SELECT s.id, u.display_name AS name FROM duty_shift s JOIN app_user u ON u.id = s.user_id WHERE s.id = ANY ($1)',
      [ids],
    );
    return rows.map((row) => {
      const to = around.find(({ id }) => id === row.toShiftId);
      return {
        id: row.id,
        fromName: row.fromName,
        toName: names.find(({ id }) => id === row.toShiftId)?.name ?? '',
        handedAt: row.handedAt.toISOString(),
        confirmedAt: row.confirmedAt?.toISOString() ?? null,
        confirmedByName: row.confirmedByName,
        openCount: row.open.length,
        open: row.open.map(({ subjectKind, subjectId, number }) => ({
          number,
          link: linkTo(subjectKind as NoticeSubject, subjectId),
        })),
        confirmable:
          row.confirmedAt === null && to !== undefined && takersOf(to, around).includes(tx.actor.userId),
      };
    });
  }

  private async requireVisible(tx: Tx, agencyId: string): Promise<Agency> {
    const agency = this.reference.agency(agencyId);
    const [seen] = await tx.query(
      `SELECT a.id FROM agency a WHERE a.id = $1 AND a.district_code = ctx_district() AND ${visibility.unit('a')}`,
      [agencyId],
    );
    if (agency !== undefined && seen !== undefined && roleMay(tx.actor.role, 'duty.read')) return agency;
    await this.audit.refused(tx.ctx, 'duty.read', { subjectKind: 'agency', subjectId: agencyId });
    throw new NotVisible();
  }
}

function ahead(now: Date): Span {
  return { from: now, to: new Date(now.getTime() + GAP_AHEAD_MS) };
}

/** @throws InvalidInput 422 when it is no date */
function mondayOf(day: unknown): string {
  if (typeof day !== 'string' || !isLocalDate(day))
    throw new InvalidInput({ weekOf: ['请填写日期，如 2026-01-12'] });
  return addDays(day, -((dayOfWeek(day) + 6) % 7));
}
