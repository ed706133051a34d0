import { Injectable, type OnModuleInit } from '@nestjs/common';
import {
  CaseSections,
  type MaySee,
  type PlacementPlaceResponse,
  type PlacementResponse,
  type PlacementReviewResponse,
  type ReturnNoticeResponse,
  type SectionCase,
} from '../../casefile';
import type { LocalDate } from '../../kernel';
import { type DataColumn, FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { CheckAnswer } from './placement.rules';

interface PlacementRow {
  id: string;
  kind: string;
  basis: string;
  agency_id: string | null;
  place: Buffer;
  body: Buffer;
  started_on: LocalDate;
  planned_end_on: LocalDate | null;
  next_review_on: LocalDate;
  placed_by: string | null;
  ended_on: LocalDate | null;
  end_reason: string | null;
  end_body: Buffer | null;
}

interface ReviewRow {
  id: string;
  placement_id: string;
  reviewed_at: Date;
  seen_child: boolean;
  suitable: CheckAnswer;
  carer_fit: CheckAnswer;
  next_review_on: LocalDate;
  body: Buffer;
  reviewed_by: string | null;
}

interface NoticeRow {
  id: string;
  placement_id: string;
  notified_at: Date;
  body: Buffer;
}

interface Voice {
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}
type PlacementBody = Voice & { readonly reason: string; readonly consentBy?: string };
type ReviewBody = Voice & { readonly findings: string };
type NoticeBody = Voice & {
  readonly guardianName: string;
  readonly conditions: string;
  readonly followUpPlan: string;
};
/** What `placement.place` holds; the agency of this system is a column. */
type PlaceBody = Partial<
  Record<'agencyName' | 'carerName' | 'carerRelation' | 'carerPhone' | 'address', string>
>;

/** The placements of a case with their reviews and notices of return, oldest first. */
@Injectable()
export class PlacementSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  onModuleInit(): void {
    this.sections.register('placements', (tx, file, may) => this.read(tx, file, may));
  }

  private async read(tx: Tx, { id, childId }: SectionCase, may: MaySee): Promise<PlacementResponse[]> {
    const rows = await tx.query<PlacementRow>(
      `SELECT p.id, p.kind, p.basis, p.agency_id, p.place, p.body, p.started_on::text AS started_on, p.planned_end_on::text AS planned_end_on,
              p.next_review_on::text AS next_review_on, u.display_name AS placed_by, p.ended_on::text AS ended_on, p.end_reason, p.end_body
         FROM placement p LEFT JOIN app_user u ON u.id = p.placed_by WHERE p.case_id = $1 ORDER BY p.placed_at, p.id`,
      [id],
    );
    if (rows.length === 0) return [];
    const notices = await this.notices(tx, id, childId);
    const shows = may('placementAddress');
    const reviews = await this.reviews(tx, id, childId, shows);
    return Promise.all(
      rows.map(async (row) => ({
        ...(await this.view(row, childId)),
        place: shows ? await this.place(row, childId) : null,
        reviews: reviews.get(row.id) ?? [],
        returnNotices: notices.get(row.id) ?? [],
      })),
    );
  }

  private async view(
    row: PlacementRow,
    childId: string,
  ): Promise<Omit<PlacementResponse, 'place' | 'reviews' | 'returnNotices'>> {
    const body = await this.open<PlacementBody>(childId, 'placement.body', row.id, row.body);
    const end =
      row.end_body === null
        ? null
        : await this.open<{ note?: string }>(childId, 'placement.end_body', row.id, row.end_body);
    return {
      id: row.id,
      state: row.ended_on === null ? 'open' : 'ended',
      basis: row.basis,
      basisName: this.name('PLACEMENT_BASES', row.basis),
      consentBy: body.consentBy ?? null,
      reason: body.reason,
      ...voiceOf(body),
      startedOn: row.started_on,
      plannedEndOn: row.planned_end_on,
      nextReviewOn: row.next_review_on,
      placedByName: row.placed_by,
      endedOn: row.ended_on,
      endReasonName: row.end_reason === null ? null : this.name('CARE_EXITS', row.end_reason),
      endNote: end?.note ?? null,
    };
  }

  private async place(row: PlacementRow, childId: string): Promise<PlacementPlaceResponse> {
    const body = await this.open<PlaceBody>(childId, 'placement.place', row.id, row.place);
    const agency = row.agency_id === null ? undefined : this.reference.agency(row.agency_id);
    return {
      kind: row.kind,
      kindName: this.name('PLACEMENT_KINDS', row.kind),
      agencyName: agency?.name ?? body.agencyName ?? null,
      carerName: body.carerName ?? null,
      carerRelation: body.carerRelation ?? null,
      carerPhone: body.carerPhone ?? null,
      address: body.address ?? null,
    };
  }

  private async reviews(
    tx: Tx,
    caseId: string,
    childId: string,
    shows: boolean,
  ): Promise<Map<string, PlacementReviewResponse[]>> {
    const rows = await tx.query<ReviewRow>(
      `SELECT r.id, r.placement_id, r.reviewed_at, r.seen_child, r.suitable, r.carer_fit, r.next_review_on::text AS next_review_on, r.body,
              u.display_name AS reviewed_by
         FROM placement_review r LEFT JOIN app_user u ON u.id = r.reviewed_by WHERE r.case_id = $1 ORDER BY r.reviewed_at, r.id`,
      [caseId],
    );
    return grouped(rows, async (row) => {
      const body = await this.open<ReviewBody>(childId, 'placement_review.body', row.id, row.body);
      return {
        id: row.id,
        reviewedAt: row.reviewed_at.toISOString(),
        seenChild: row.seen_child,
        suitable: row.suitable,
        carerFit: row.carer_fit,
        findings: body.findings,
        nextReviewOn: row.next_review_on,
        ...voiceOf(body),
        reviewedByName: shows ? row.reviewed_by : null,
      };
    });
  }

  private async notices(
    tx: Tx,
    caseId: string,
    childId: string,
  ): Promise<Map<string, ReturnNoticeResponse[]>> {
    const rows = await tx.query<NoticeRow>(
      `SELECT n.id, n.placement_id, n.notified_at, n.body FROM return_notice n WHERE n.case_id = $1 ORDER BY n.notified_at, n.id`,
      [caseId],
    );
    return grouped(rows, async (row) => {
      const body = await this.open<NoticeBody>(childId, 'return_notice.body', row.id, row.body);
      const { guardianName, conditions, followUpPlan } = body;
      return {
        id: row.id,
        notifiedAt: row.notified_at.toISOString(),
        guardianName,
        conditions,
        followUpPlan,
        ...voiceOf(body),
      };
    });
  }

  private async open<T>(childId: string, column: DataColumn, rowId: string, bytes: Buffer): Promise<T> {
    return (await this.crypto.decryptJson(childId, column, rowId, bytes)) as T;
  }

  private name(set: string, code: string): string {
    return this.reference.codeName(set, code) ?? code;
  }
}

function voiceOf({ childOpinion, noOpinionReason }: Voice): {
  childOpinion: string | null;
  noOpinionReason: string | null;
} {
  return { childOpinion: childOpinion ?? null, noOpinionReason: noOpinionReason ?? null };
}

async function grouped<Row extends { placement_id: string }, T>(
  rows: readonly Row[],
  view: (row: Row) => Promise<T>,
): Promise<Map<string, T[]>> {
  const found = new Map<string, T[]>();
  for (const row of rows)
    found.set(row.placement_id, [...(found.get(row.placement_id) ?? []), await view(row)]);
  return found;
}
