import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, type LockedCase } from '../../casefile';
import { OPEN_SERVICE_STATES } from '../../fieldwork/services';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import type { ReviewPlanRequest } from './dto/review-plan.request';
import { PlanReviewEntity } from './entities';
import { reviewErrors } from './review.rules';

/** 帮扶复核 (DL-049): every service is looked at, and somebody decides what follows. */
@Injectable()
export class PlanReviewService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly outbox: Outbox,
  ) {}

  /**
   * Stores a review and starts the clock of the next one. What the decision asks for is done by the actions it names:
   * a new plan, a request to close, an emergency or a measure; 升级处置 is told to the leaders at once.
   * @throws InvalidInput 422, ActionRefused 409
   */
  async review(tx: Tx, locked: LockedCase, dto: ReviewPlanRequest): Promise<void> {
    const open = await tx.query<{ id: string }>(
      'SELECT s.id FROM plan_service s WHERE s.case_id = $1 AND s.state = ANY ($2) ORDER BY s.id',
      [locked.id, OPEN_SERVICE_STATES],
    );
    const errors = reviewErrors(
      dto,
      open.map(({ id }) => id),
    );
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, {
      action: 'review-plan',
      stage: 'assistance',
      data: { decision: dto.decision },
    });
    await this.store(tx, locked, dto);
    await this.clocks.renew(tx, locked, CASE_CLOCKS.planReview);
    await this.clocks.watchAdulthood(tx, locked);
    if (dto.decision === 'escalate')
      this.outbox.add(tx, {
        name: 'case.plan-escalated',
        subjectId: locked.id,
        payload: { caseId: locked.id },
      });
  }

  /** Ratings stay countable; whatever a person wrote is encrypted. */
  private async store(tx: Tx, locked: LockedCase, dto: ReviewPlanRequest): Promise<void> {
    const id = newId(tx.now.getTime());
    const { changes, reason, childOpinion, noOpinionReason } = dto;
    const items = Object.entries(dto.progress);
    const notes = Object.fromEntries(items.flatMap(([service, { note }]) => (note ? [[service, note]] : [])));
    const body = { notes, changes, reason, childOpinion, noOpinionReason };
    tx.insert(PlanReviewEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      planId: await currentPlan(tx, locked.id),
      decision: dto.decision,
      progress: Object.fromEntries(items.map(([service, { rating }]) => [service, rating])),
      body: await this.crypto.encryptJson(locked.childId, 'plan_review.body', id, body),
      reviewedBy: tx.actor.userId,
      reviewedAt: tx.now,
    });
  }
}

/** The latest plan that counts; the guard has seen that there is one. */
async function currentPlan(tx: Tx, caseId: string): Promise<string> {
  const [plan] = await tx.query<{ id: string }>(
    `SELECT p.id FROM plan p LEFT JOIN plan_decision d ON d.plan_id = p.id
      WHERE p.case_id = $1 AND (NOT p.proposed OR d.approved) ORDER BY p.made_at DESC, p.id DESC LIMIT 1`,
    [caseId],
  );
  if (plan === undefined) throw new Error('A review was let through without a plan');
  return plan.id;
}
