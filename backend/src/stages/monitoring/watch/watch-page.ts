import { Injectable } from '@nestjs/common';
import { mayReadClass, PersonCaseSources, PersonQueries } from '../../../people';
import { type Tx, visibility } from '../../../platform/database';
import { reportWorkflow } from '../../../desk/intake';
import { DeadlineQueries } from '../../../support/deadlines';
import { ReferenceData } from '../../../support/reference';
import type {
  SimilarWatchedResponse,
  WatchGuardianResponse,
  WatchItemResponse,
  WatchReportResponse,
} from '../dto/watch.response';
import type { WatchRow } from './watch-commands';
import { WatchPageParts } from './watch-page-parts';
import { WatchPeople } from './watch-people';
import { WatchViews } from './watch-views';

/** The page of one watched child: the plain part, and everything a list leaves out. */
@Injectable()
export class WatchPage {
  constructor(
    private readonly views: WatchViews,
    private readonly people: WatchPeople,
    private readonly persons: PersonQueries,
    private readonly cases: PersonCaseSources,
    private readonly parts: WatchPageParts,
    private readonly clocks: DeadlineQueries,
    private readonly reference: ReferenceData,
  ) {}

  async read(tx: Tx, row: WatchRow): Promise<WatchItemResponse> {
    const [plain] = await this.views.plain(tx, [row]);
    if (plain === undefined) throw new Error('A row has a view');
    const { why, parents } = await this.people.story(row);
    const contact = mayReadClass(tx.actor.role, 'contact');
    const child = (await this.persons.views(tx, [row.child_id], { contact })).get(row.child_id) ?? null;
    const known = await this.cases.casesOf(tx, [row.child_id]);
    return {
      ...plain,
      why,
      parents: parents ?? null,
      child,
      guardians: await this.guardians(tx, row, contact),
      visits: await this.parts.visits.ofItem(tx, row),
      care: await this.parts.care.ofItem(tx, row, contact),
      contacts: await this.parts.care.contacts(tx, row),
      reports: await this.reports(tx, row.id),
      cases: (known.get(row.child_id) ?? []).map((file) => ({ ...file })),
      deadlines: await this.clocks.forSubjects(tx, { watchItemId: row.id }),
      timeline: await this.parts.timeline.ofItem(tx, row),
      similar: row.state === 'proposed' ? await this.similar(tx, row) : [],
    };
  }

  private async guardians(tx: Tx, row: WatchRow, contact: boolean): Promise<WatchGuardianResponse[]> {
    const parties = await tx.query<{ person_id: string; code: string | null }>(
      `SELECT p.person_id, (SELECT r.code FROM relation r WHERE r.person_id = p.person_id AND r.child_id = $2 ORDER BY r.id LIMIT 1) AS code
         FROM watch_party p WHERE p.watch_item_id = $1 AND p.role = 'guardian' ORDER BY p.person_id`,
      [row.id, row.child_id],
    );
    const views = await this.persons.views(
      tx,
      parties.map(({ person_id: id }) => id),
      { contact },
    );
    return parties.map(({ person_id: personId, code }) => ({
      personId,
      name: views.get(personId)?.name ?? null,
      relationName: code === null ? null : (this.reference.codeName('RELATIONS', code) ?? code),
      phone: views.get(personId)?.phone ?? null,
    }));
  }

  /** Row-level security leaves those who do not know a report without it. */
  private async reports(tx: Tx, itemId: string): Promise<WatchReportResponse[]> {
    const { states } = reportWorkflow.definition;
    const rows = await tx.query<{
      id: string;
      report_no: string;
      state: keyof typeof states;
      filed_at: Date;
    }>(
      `SELECT r.id, r.report_no, r.state, w.filed_at FROM watch_report w JOIN report r ON r.id = w.report_id
        WHERE w.watch_item_id = $1 AND ${visibility.report('r')} ORDER BY w.filed_at DESC`,
      [itemId],
    );
    return rows.map(({ id, report_no: reportNo, state, filed_at: at }) => ({
      reportId: id,
      reportNo,
      filedAt: at.toISOString(),
      stateName: states[state],
    }));
  }

  /** Whoever confirms asks once more whether the child is on file twice. */
  private async similar(tx: Tx, row: WatchRow): Promise<SimilarWatchedResponse[]> {
    const child = (await this.persons.views(tx, [row.child_id], { contact: false })).get(row.child_id);
    if (!child?.name) return [];
    const found = await this.people.lookUp(tx, {
      name: child.name,
      ...(child.birthDate === null ? {} : { birthDate: child.birthDate }),
      birthDateEstimated: child.birthDateEstimated,
    });
    return found.filter(({ personId }) => personId !== row.child_id);
  }
}
