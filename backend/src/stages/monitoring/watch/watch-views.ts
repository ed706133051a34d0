import { Injectable } from '@nestjs/common';
import { localDate } from '../../../kernel';
import { ageOn, PersonQueries } from '../../../people';
import { type Tx, visibility } from '../../../platform/database';
import { roleMay } from '../../../support/access';
import { ReferenceData } from '../../../support/reference';
import type { SignalResponse, WatchItemResponse } from '../dto/watch.response';
import { Places } from '../places';
import { ageSignal, SIGNALS, type SeenVisit, signalsOf } from './signal.rules';
import { WatchCommands, type WatchRow } from './watch-commands';
import { WATCH_ACTIONS, WATCH_STATES, type WatchAction, watchItemWorkflow } from './watch-item.workflow';
import { missedVisits, WATCH_LEVELS } from './watch.rules';

interface VisitRow {
  watch_item_id: string;
  visited_at: Date;
  seen_child: boolean;
  items: SeenVisit['items'];
  left_unattended: boolean;
  lives_alone: boolean;
}

interface Facts {
  readonly birth: ReadonlyMap<string, string | null>;
  readonly names: ReadonlyMap<string, string>;
  readonly users: ReadonlyMap<string, string>;
  readonly visits: ReadonlyMap<string, readonly SeenVisit[]>;
  readonly care: ReadonlyMap<string, CareRow>;
  readonly reported: ReadonlyMap<string, Date>;
}

interface CareRow {
  watch_item_id: string;
  state: 'running' | 'unfit' | 'ended';
  counts_from: string;
  last_contact_on: string | null;
}

/** The plain part of a watched child, alike in lists and on the page: names masked, signs computed, buttons decided. */
@Injectable()
export class WatchViews {
  constructor(
    private readonly people: PersonQueries,
    private readonly reference: ReferenceData,
    private readonly places: Places,
    private readonly watch: WatchCommands,
  ) {}

  async plain(tx: Tx, rows: readonly WatchRow[]): Promise<WatchItemResponse[]> {
    const facts = await this.facts(tx, rows);
    return rows.map((row) => this.view(tx, row, facts));
  }

  private view(tx: Tx, row: WatchRow, facts: Facts): WatchItemResponse {
    const birthDate = facts.birth.get(row.child_id) ?? null;
    const age = birthDate === null ? null : ageOn(birthDate, localDate(tx.now));
    const missed = missedOf(row, tx.now);
    const user = (id: string | null): string | null => (id === null ? null : (facts.users.get(id) ?? null));
    const agency = (id: string): string | null => this.reference.agency(id)?.name ?? null;
    return {
      id: row.id,
      number: row.number,
      state: row.state,
      stateName: WATCH_STATES[row.state],
      level: row.level,
      levelName: WATCH_LEVELS[row.level],
      childName: facts.names.get(row.child_id) ?? null,
      childAge: age,
      regionCode: row.region_code,
      regionName: this.reference.region(row.region_code)?.name ?? null,
      categories: row.categories,
      categoryNames: row.categories.map((code) => this.reference.codeName('WATCH_CATEGORIES', code) ?? code),
      workerAgencyId: row.worker_agency_id,
      workerAgencyName: agency(row.worker_agency_id),
      workerUserId: row.worker_user_id,
      workerUserName: user(row.worker_user_id),
      nextVisitOn: row.next_visit_on,
      missedVisits: missed,
      lastSeenAt: row.last_seen_at?.toISOString() ?? null,
      signals: row.state === 'ended' ? [] : this.signals(tx, row, age, missed, facts),
      proposedAt: row.proposed_at.toISOString(),
      proposedByName: user(row.proposed_by),
      proposedAgencyName: agency(row.proposed_agency_id),
      confirmedAt: row.confirmed_at?.toISOString() ?? null,
      confirmedByName: user(row.confirmed_by),
      confirmAgencyName: row.state === 'proposed' ? this.confirmer(tx, row) : null,
      endedAt: row.ended_at?.toISOString() ?? null,
      endReasonName:
        row.end_reason === null
          ? null
          : (this.reference.codeName('WATCH_END_REASONS', row.end_reason) ?? row.end_reason),
      updatedAt: row.updated_at.toISOString(),
      version: row.version,
      allowedActions: this.allowed(tx, row),
      why: null,
      parents: null,
      child: null,
      guardians: null,
      visits: null,
      care: null,
      contacts: null,
      reports: null,
      cases: null,
      deadlines: null,
      timeline: null,
      similar: null,
    };
  }

  private confirmer(tx: Tx, row: WatchRow): string {
    const { districtCode } = tx.actor;
    const agencies =
      this.watch.confirmPlace(districtCode, row) === 'township'
        ? this.places.stationsOf(districtCode, row.region_code)
        : this.places.districtOf(districtCode, 'civil_affairs');
    return agencies.map(({ name }) => name).join('、');
  }

  private signals(tx: Tx, row: WatchRow, age: number | null, missed: number, facts: Facts): SignalResponse[] {
    const care = facts.care.get(row.id);
    const found = signalsOf({
      now: tx.now,
      missed,
      age,
      visits: facts.visits.get(row.id) ?? [],
      care:
        care === undefined
          ? null
          : { state: care.state, startedOn: care.counts_from, lastContactOn: care.last_contact_on },
      reportedAt: facts.reported.get(row.id) ?? null,
    });
    return [...found, ...ageSignal(age, row.categories)].map(({ code, offer }) => ({
      code,
      text: SIGNALS[code],
      offer,
    }));
  }

  private allowed(tx: Tx, row: WatchRow): WatchItemResponse['allowedActions'] {
    return watchItemWorkflow
      .allowed(row.state, this.watch.facts(tx, row))
      .filter(({ action }) => roleMay(tx.actor.role, WATCH_ACTIONS[action as WatchAction].permission));
  }

  private async facts(tx: Tx, rows: readonly WatchRow[]): Promise<Facts> {
    const ids = rows.map(({ id }) => id);
    const children = rows.map(({ child_id: childId }) => childId);
    const births = await tx.query<{ id: string; birth_date: string | null }>(
      `SELECT p.id, p.birth_date::text AS birth_date FROM person p WHERE p.id = ANY ($1) AND ${visibility.person('p')}`,
      [children],
    );
    const people = rows.flatMap((row) => [row.worker_user_id, row.proposed_by, row.confirmed_by]);
    const users = await tx.query<{ id: string; display_name: string }>(
      'SELECT u.id, u.display_name FROM app_user u WHERE u.id = ANY ($1)',
      [people.filter((id) => id !== null)],
    );
    const reports = await tx.query<{ watch_item_id: string; at: Date }>(
      'SELECT r.watch_item_id, max(r.filed_at) AS at FROM watch_report r WHERE r.watch_item_id = ANY ($1) GROUP BY r.watch_item_id',
      [ids],
    );
    const cares = await tx.query<CareRow>(
      `SELECT DISTINCT ON (e.watch_item_id) e.watch_item_id, e.state, e.last_contact_on::text AS last_contact_on,
              greatest(e.started_on, (e.recorded_at AT TIME ZONE 'Asia/Shanghai')::date)::text AS counts_from
         FROM entrusted_care e WHERE e.watch_item_id = ANY ($1) ORDER BY e.watch_item_id, e.recorded_at DESC, e.id DESC`,
      [ids],
    );
    return {
      birth: new Map(births.map((row) => [row.id, row.birth_date])),
      names: await this.people.maskedNames(tx, children),
      users: new Map(users.map((row) => [row.id, row.display_name])),
      visits: await lastVisits(tx, ids),
      care: new Map(cares.map((row) => [row.watch_item_id, row])),
      reported: new Map(reports.map((row) => [row.watch_item_id, row.at])),
    };
  }
}

/** Planned visits that were missed by today. */
export function missedOf(row: WatchRow, now: Date): number {
  const { next_visit_on: nextVisitOn, level, missed_before: before } = row;
  return missedVisits({ nextVisitOn, level, before }, localDate(now));
}

/** The last few visits of each, the newest first: enough for the signs. */
async function lastVisits(tx: Tx, ids: readonly string[]): Promise<Map<string, SeenVisit[]>> {
  const rows = await tx.query<VisitRow>(
    `SELECT i.id AS watch_item_id, v.visited_at, v.seen_child, v.items, v.left_unattended, v.lives_alone
       FROM unnest($1::uuid[]) AS i (id)
       JOIN LATERAL (SELECT * FROM watch_visit v WHERE v.watch_item_id = i.id ORDER BY v.visited_at DESC, v.id DESC LIMIT 5) v ON true
      ORDER BY v.visited_at DESC, v.id DESC`,
    [ids],
  );
  const found = new Map<string, SeenVisit[]>();
  for (const row of rows) {
    const visit = {
      visitedAt: row.visited_at,
      seenChild: row.seen_child,
      items: row.items,
      leftUnattended: row.left_unattended,
      livesAlone: row.lives_alone,
    };
    found.set(row.watch_item_id, [...(found.get(row.watch_item_id) ?? []), visit]);
  }
  return found;
}
