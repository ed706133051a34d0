import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, childVoiceErrors, type LockedCase } from '../../casefile';
import { InvalidInput, newId, type Urgency } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { type Instrument, ReferenceData } from '../../support/reference';
import type { AssessRequest } from './dto/assess.request';
import { AssessmentEntity } from './entities';
import { answerErrors, decideLevel, type Decision, overrideErrors, scoreScreen } from './safety-screen.rules';

/** 评估: answers to a versioned instrument, the level they give, and the level a person decided on. */
@Injectable()
export class AssessmentService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /**
   * Stores an assessment, sets the risk of the case and stops the assessment clock. An answer that means danger now raises
   * the urgency of the case; nothing here lowers it. The stage stays open until a plan is made.
   * @throws InvalidInput 422, ActionRefused 409
   */
  async assess(tx: Tx, locked: LockedCase, dto: AssessRequest): Promise<void> {
    const { items } = this.instrument(dto);
    const errors = { ...answerErrors(items, dto.answers), ...childVoiceErrors(dto) };
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    const computed = scoreScreen(items, dto.answers);
    const reasons = overrideErrors(computed.level, dto);
    if (Object.keys(reasons).length > 0) throw new InvalidInput(reasons);
    const decision = decideLevel(computed.level, dto);
    await this.cases.apply(tx, locked, {
      action: 'assess',
      stage: 'assessment',
      data: {
        instrument: dto.instrument,
        computedLevel: computed.level,
        level: decision.level,
        downgraded: decision.downgraded,
      },
    });
    await this.store(tx, locked, dto, computed.level, decision);
    // A second look during assistance belongs to that stage; assessment is opened only when no stage carries the work.
    if (!locked.facts.openStages.some((stage) => stage !== 'emergency'))
      this.cases.openStage(tx, locked, 'assessment');
    await this.cases.setRisk(tx, locked.id, decision.level);
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.assessment);
    await this.raise(tx, locked, computed.urgency);
  }

  private instrument(dto: AssessRequest): Instrument {
    const instrument = this.reference.instrument(dto.instrument);
    if (instrument === undefined)
      throw new InvalidInput({ instrument: ['评估工具没有装载，请联系系统管理员'] });
    if (instrument.version !== dto.instrumentVersion)
      throw new InvalidInput({ instrumentVersion: ['评估工具已更新，请刷新页面后重填'] });
    return instrument;
  }

  private async store(
    tx: Tx,
    locked: LockedCase,
    dto: AssessRequest,
    computedLevel: string,
    decision: Decision,
  ): Promise<void> {
    const id = newId(tx.now.getTime());
    const { narrative, childOpinion, noOpinionReason } = dto;
    const overrideReason = decision.overridden ? dto.overrideReason : undefined;
    tx.insert(AssessmentEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      instrument: dto.instrument,
      instrumentVersion: dto.instrumentVersion,
      answers: dto.answers,
      computedLevel,
      level: decision.level,
      body: await this.crypto.encryptJson(locked.childId, 'assessment.body', id, {
        narrative,
        overrideReason,
        childOpinion,
        noOpinionReason,
      }),
      assessedBy: tx.actor.userId,
      assessedAt: tx.now,
    });
  }

  private async raise(tx: Tx, locked: LockedCase, urgency: Urgency | null): Promise<void> {
    if (urgency === null) return;
    const raised = await this.cases.raiseUrgency(tx, locked, urgency);
    if (raised !== locked.urgency) await this.clocks.recompute(tx, locked.id, raised);
  }
}
