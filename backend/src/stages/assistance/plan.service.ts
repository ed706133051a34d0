import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, type LockedCase } from '../../casefile';
import { PlanServices } from '../../fieldwork/services';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { roleMay } from '../../support/access';
import type { ApprovePlanRequest, ReturnPlanRequest } from './dto/decide-plan.request';
import type { MakePlanRequest } from './dto/make-plan.request';
import { PlanDecisionEntity, PlanEntity } from './entities';
import { planErrors } from './plan.rules';

/** 帮扶方案 (未成年人保护法 91; D15): each one replaces the one before and keeps it. */
@Injectable()
export class PlanService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly services: PlanServices,
    private readonly crypto: FieldCrypto,
    private readonly outbox: Outbox,
  ) {}

  /**
   * 制定帮扶方案: a leader's plan counts at once, anybody else's waits for a leader (三级审核). @throws InvalidInput 422,
   * ActionRefused 409
   */
  async make(tx: Tx, locked: LockedCase, dto: MakePlanRequest): Promise<void> {
    const errors = planErrors(dto, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    this.services.check(tx, dto.services);
    const proposed = !roleMay(tx.actor.role, 'case.approve-plan');
    await this.cases.apply(tx, locked, {
      action: 'make-plan',
      stage: 'assistance',
      data: { reviewOn: dto.reviewOn, services: dto.services.length, proposed },
    });
    // A draft that still waits is overtaken.
    await this.services.drop(tx, locked.id);
    const planId = await this.store(tx, locked, dto, proposed);
    await this.services.plan(tx, locked, planId, dto.services, proposed ? 'draft' : 'planned');
    if (!proposed) return this.begin(tx, locked, dto.adulthood !== undefined);
    this.outbox.add(tx, {
      name: 'case.plan-proposed',
      subjectId: locked.id,
      payload: { caseId: locked.id },
    });
  }

  /** 审核帮扶方案: the plan counts and its services are to be given. @throws ActionRefused 409 */
  async approve(tx: Tx, locked: LockedCase, { note }: ApprovePlanRequest): Promise<void> {
    await this.cases.apply(tx, locked, {
      action: 'approve-plan',
      stage: 'assistance',
      ...(note === undefined ? {} : { note }),
    });
    const planId = await this.decide(tx, locked, true, note);
    await this.services.begin(tx, planId);
    await this.begin(tx, locked, await this.arrangesAdulthood(tx, locked, planId));
  }

  /** 退回帮扶方案 with what is to be changed. @throws ActionRefused 409 */
  async return(tx: Tx, locked: LockedCase, { reason }: ReturnPlanRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'return-plan', stage: 'assistance', note: reason });
    await this.decide(tx, locked, false, reason);
    await this.services.drop(tx, locked.id);
  }

  /** Assessment ends, assistance begins, the next review is clocked; who arranged the time after 18 has done that (DL-048). */
  private async begin(tx: Tx, locked: LockedCase, arrangesAdulthood: boolean): Promise<void> {
    await this.cases.closeStage(tx, locked.id, 'assessment');
    this.cases.openStage(tx, locked, 'assistance');
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.assessment);
    await this.clocks.renew(tx, locked, CASE_CLOCKS.planReview);
    if (arrangesAdulthood) await this.clocks.close(tx, locked.id, CASE_CLOCKS.adulthood);
    else await this.clocks.watchAdulthood(tx, locked);
  }

  private async arrangesAdulthood(tx: Tx, locked: LockedCase, planId: string): Promise<boolean> {
    const [plan] = await tx.query<{ body: Buffer }>('SELECT p.body FROM plan p WHERE p.id = $1', [planId]);
    if (plan === undefined) return false;
    const body = await this.crypto.decryptJson(locked.childId, 'plan.body', planId, plan.body);
    return (body as Pick<MakePlanRequest, 'adulthood'>).adulthood !== undefined;
  }

  /** Decides about the latest plan: the guard has seen that it waits. */
  private async decide(
    tx: Tx,
    locked: LockedCase,
    approved: boolean,
    note: string | undefined,
  ): Promise<string> {
    const [plan] = await tx.query<{ id: string }>(
      'SELECT p.id FROM plan p WHERE p.case_id = $1 ORDER BY p.made_at DESC, p.id DESC LIMIT 1',
      [locked.id],
    );
    const planId = plan?.id ?? '';
    tx.insert(PlanDecisionEntity, {
      planId,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      approved,
      note:
        note === undefined
          ? null
          : await this.crypto.encrypt(locked.childId, 'plan_decision.note', planId, note),
      decidedBy: tx.actor.userId,
      decidedAt: tx.now,
    });
    return planId;
  }

  private async store(tx: Tx, locked: LockedCase, dto: MakePlanRequest, proposed: boolean): Promise<string> {
    const id = newId(tx.now.getTime());
    const { goals, emergencyPlan, adulthood, familyView, childInformed, notInformedReason } = dto;
    const { childOpinion, noOpinionReason } = dto;
    tx.insert(PlanEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      proposed,
      body: await this.crypto.encryptJson(locked.childId, 'plan.body', id, {
        goals,
        emergencyPlan,
        adulthood,
        familyView,
        childInformed,
        notInformedReason: childInformed ? undefined : notInformedReason,
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
