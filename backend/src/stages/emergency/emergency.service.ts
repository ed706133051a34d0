import { Injectable } from '@nestjs/common';
import { CASE_CLOCKS, CaseClocks, CaseService, type LockedCase } from '../../casefile';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type {
  EndEmergencyRequest,
  OpenEmergencyRequest,
  RecordSafetyCheckRequest,
} from './dto/emergency.request';
import { SafetyCheckEntity } from './entities';
import { MEDICAL_FIRST, safetyCheckErrors } from './safety-check.rules';

/** 应急处置: begins at once, ends only after somebody saw the child safe; may come back from any stage (design §9.5). */
@Injectable()
export class EmergencyService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 启动应急处置: the child is to be seen within the hours of an emergency, whatever the urgency of the case. */
  async open(tx: Tx, locked: LockedCase, { reason }: OpenEmergencyRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'open-emergency', stage: 'emergency', note: reason });
    this.cases.openStage(tx, locked, 'emergency');
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.firstContact, 'U0');
  }

  /** 登记安全核查 (D05): seeing the child stops the first-contact clock and starts the visits. */
  async recordSafetyCheck(tx: Tx, locked: LockedCase, dto: RecordSafetyCheckRequest): Promise<void> {
    const errors = safetyCheckErrors(dto, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, {
      action: 'record-safety-check',
      stage: 'emergency',
      data: { decision: dto.decision, seenChild: dto.seenChild, medicalNeeded: dto.medicalNeeded },
    });
    await this.store(tx, locked, dto);
    if (!dto.seenChild) return;
    await this.clocks.close(tx, locked.id, CASE_CLOCKS.firstContact);
    await this.clocks.renew(tx, locked, CASE_CLOCKS.visitRhythm);
  }

  /** 结束应急处置: the work goes on in another stage; without one, assessment opens with its clock. */
  async end(tx: Tx, locked: LockedCase, { outcome }: EndEmergencyRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'end-emergency', stage: 'emergency', note: outcome });
    await this.cases.closeStage(tx, locked.id, 'emergency');
    if (locked.facts.openStages.some((stage) => stage !== 'emergency')) return;
    this.cases.openStage(tx, locked, 'assessment');
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.assessment);
  }

  private async store(tx: Tx, locked: LockedCase, dto: RecordSafetyCheckRequest): Promise<void> {
    const id = newId(tx.now.getTime());
    const { injuries, homeCondition, decisionReason, childOpinion, noOpinionReason } = dto;
    const medical = dto.medicalNeeded ? MEDICAL_FIRST : undefined;
    const body = { injuries, homeCondition, decisionReason, medical, childOpinion, noOpinionReason };
    tx.insert(SafetyCheckEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      arrivedAt: new Date(dto.arrivedAt),
      seenChild: dto.seenChild,
      spokeAlone: dto.spokeAlone,
      medicalNeeded: dto.medicalNeeded,
      decision: dto.decision,
      body: await this.crypto.encryptJson(locked.childId, 'safety_check.body', id, body),
      checkedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
  }
}
