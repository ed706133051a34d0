import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, type LockedCase } from '../../casefile';
import { PlanServices } from '../../fieldwork/services';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import type { MakePlanRequest } from './dto/make-plan.request';
import { PlanEntity } from './entities';
import { planErrors } from './plan.rules';

/** 帮扶方案 (未成年人保护法 91; D15): each one replaces the one before and keeps it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly services: PlanServices,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 制定帮扶方案: assessment ends, assistance begins, the next review is clocked. @throws InvalidInput 422, ActionRefused 409 */
  async make(tx: Tx, locked: LockedCase, dto: MakePlanRequest): Promise<void> {
    const errors = planErrors(dto, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    dto.services.forEach(({ supportType }, index) =>
      this.reference.requireCode('SUPPORT_TYPES', supportType, `services.${index}.supportType`),
    );
    await this.cases.apply(tx, locked, {
      action: 'make-plan',
      stage: 'assistance',
      data: { reviewOn: dto.reviewOn, services: dto.services.length },
    });
    const planId = await this.store(tx, locked, dto);
    this.services.plan(tx, locked, planId, dto.services);
    await this.cases.closeStage(tx, locked.id, 'assessment');
    this.cases.openStage(tx, locked, 'assistance');
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.assessment);
    await this.clocks.renew(tx, locked, CASE_CLOCKS.planReview);
  }

  private async store(tx: Tx, locked: LockedCase, dto: MakePlanRequest): Promise<string> {
    const id = newId(tx.now.getTime());
    const { goals, measures, emergencyPlan, childOpinion, noOpinionReason } = dto;
    tx.insert(PlanEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      body: await this.crypto.encryptJson(locked.childId, 'plan.body', id, {
        goals,
        measures,
        emergencyPlan,
        childOpinion,
        noOpinionReason,
      }),
      reviewOn: dto.reviewOn,
      madeBy: tx.actor.userId,
      madeAt: tx.now,
    });
    return id;
  }
}
