import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CaseSections, type PlanReviewResponse, type SectionCase } from '../../casefile';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { PROGRESS, type Progress, REVIEW_DECISIONS, type ReviewDecision } from './review.rules';

interface ReviewRow {
  id: string;
  plan_id: string;
  decision: ReviewDecision;
  progress: Record<string, Progress>;
  body: Buffer;
  reviewed_by: string | null;
  reviewed_at: Date;
}

interface ReviewBody {
  readonly notes: Readonly<Record<string, string>>;
  readonly changes: string;
  readonly reason: string;
  readonly childOpinion?: string;
  readonly noOpinionReason?: string;
}

/** The reviews of a case's plans for its page, oldest first. */
@Injectable()
export class PlanReviewSection implements OnModuleInit {
  constructor(
    private readonly sections: CaseSections,
    private readonly crypto: FieldCrypto,
  ) {}

  onModuleInit(): void {
    this.sections.register('planReviews', (tx, file) => this.read(tx, file));
  }

  private async read(tx: Tx, file: SectionCase): Promise<PlanReviewResponse[]> {
    const rows = await tx.query<ReviewRow>(
      `SELECT v.id, v.plan_id, v.decision, v.progress, v.body, u.display_name AS reviewed_by, v.reviewed_at
         FROM plan_review v LEFT JOIN app_user u ON u.id = v.reviewed_by WHERE v.case_id = $1 ORDER BY v.reviewed_at, v.id`,
      [file.id],
    );
    return Promise.all(rows.map((row) => this.view(row, file.childId)));
  }

  private async view(row: ReviewRow, childId: string): Promise<PlanReviewResponse> {
    const stored = await this.crypto.decryptJson(childId, 'plan_review.body', row.id, row.body);
    const body = stored as ReviewBody;
    return {
      id: row.id,
      planId: row.plan_id,
      decision: row.decision,
      decisionName: REVIEW_DECISIONS[row.decision],
      progress: Object.entries(row.progress).map(([serviceId, rating]) => ({
        serviceId,
        rating,
        ratingName: PROGRESS[rating],
        note: body.notes[serviceId] ?? null,
      })),
      changes: body.changes,
      reason: body.reason,
      childOpinion: body.childOpinion ?? null,
      noOpinionReason: body.noOpinionReason ?? null,
      reviewedByName: row.reviewed_by,
      reviewedAt: row.reviewed_at.toISOString(),
    };
  }
}
