import type { VisitResponse } from '../../casefile';
import type { RecordVisitRequest, VisitItemRequest } from './dto/record-visit.request';
import type { Rating } from './visit.rules';

/** What a visit says in words; encrypted as one value. */
export interface VisitBody {
  readonly notes: Readonly<Record<string, string>>;
  readonly problems?: string | undefined;
  readonly actions?: string | undefined;
}

/** A row that keeps a visit, whatever it is a visit of. */
export interface VisitRow {
  id: string;
  visit_type: string;
  visited_at: Date;
  seen_child: boolean;
  spoke_alone: boolean;
  guardian_present: boolean;
  items: Record<string, Rating>;
  body: Buffer;
  next_due_on: string | null;
  visited_by: string | null;
}

/** The columns of VisitRow; `v` is the table of visits, `u` its visitor. */
export const VISIT_COLUMNS = `v.id, v.visit_type, v.visited_at, v.seen_child, v.spoke_alone, v.guardian_present, v.items, v.body,
  v.next_due_on::text AS next_due_on, u.display_name AS visited_by`;

/** The eight items in two parts: ratings stay countable, words are encrypted. */
export function splitVisit(dto: RecordVisitRequest): { items: Record<string, string>; body: VisitBody } {
  const pick = (part: (item: VisitItemRequest) => string | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(dto.items).flatMap(([code, item]) => (part(item) ? [[code, part(item) ?? '']] : [])),
    );
  return {
    items: pick(({ rating }) => rating),
    body: { notes: pick(({ note }) => note), problems: dto.problems, actions: dto.actions },
  };
}

/** The two parts together again, for a page. */
export function toVisitResponse(row: VisitRow, body: VisitBody, visitTypeName: string): VisitResponse {
  return {
    id: row.id,
    visitType: row.visit_type,
    visitTypeName,
    visitedAt: row.visited_at.toISOString(),
    seenChild: row.seen_child,
    spokeAlone: row.spoke_alone,
    guardianPresent: row.guardian_present,
    items: Object.fromEntries(
      Object.entries(row.items).map(([code, rating]) => [code, { rating, note: body.notes[code] ?? null }]),
    ),
    problems: body.problems ?? null,
    actions: body.actions ?? null,
    nextDueOn: row.next_due_on,
    visitedByName: row.visited_by,
  };
}
