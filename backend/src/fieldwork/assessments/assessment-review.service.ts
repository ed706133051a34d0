import { Injectable } from '@nestjs/common';
import { CaseService, type LockedCase, type RiskLevel } from '../../casefile';
import { InvalidInput } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type { ConfirmAssessmentRequest } from './dto/confirm-assessment.request';
import { AssessmentReviewEntity } from './entities';

/** 复核评估: the second person of an assessment that lowers a guard (domain §11). */
@Injectable()
export class AssessmentReviewService {
  constructor(
    private readonly cases: CaseService,
    private readonly crypto: FieldCrypto,
  ) {}

  /**
   * Agreed: the lower level holds from now on. Not agreed, with the reason: the case keeps the level it has.
   * @throws InvalidInput 422, ActionRefused 409 when nothing waits or the assessor is the actor
   */
  async confirm(tx: Tx, locked: LockedCase, dto: ConfirmAssessmentRequest): Promise<void> {
    const { assessmentId, agree, reason } = dto;
    if (!agree && (reason ?? '').trim() === '') throw new InvalidInput({ reason: ['不同意时请写明理由'] });
    await this.cases.apply(tx, locked, {
      action: 'confirm-assessment',
      stage: 'assessment',
      ...(reason === undefined ? {} : { note: reason }),
      data: { agreed: agree },
    });
    const [waiting] = await tx.query<{ level: RiskLevel }>(
      'SELECT a.level FROM assessment a WHERE a.id = $2 AND a.id = pending_assessment($1)',
      [locked.id, assessmentId],
    );
    if (waiting === undefined)
      throw new InvalidInput({ assessmentId: ['已有更新的评估，请刷新页面，看过以后再复核'] });
    tx.insert(AssessmentReviewEntity, {
      assessmentId,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      agreed: agree,
      note:
        reason === undefined
          ? null
          : await this.crypto.encrypt(locked.childId, 'assessment_review.note', assessmentId, reason),
      reviewedBy: tx.actor.userId,
      reviewedAt: tx.now,
    });
    if (agree) await this.cases.setRisk(tx, locked.id, waiting.level);
  }
}
