import { Injectable } from '@nestjs/common';
import {
  CASE_CLOCKS,
  CaseClocks,
  CaseService,
  EmergencyOpening,
  type LockedCase,
  requireSound,
} from '../../casefile';
import { newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
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
    private readonly opening: EmergencyOpening,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 启动应急处置, for one or more of the entry triggers (domain §4.3). */
  async open(tx: Tx, locked: LockedCase, { reason, triggers = [] }: OpenEmergencyRequest): Promise<void> {
    for (const code of triggers) this.reference.requireCode('EMERGENCY_TRIGGERS', code, 'triggers');
    const names = triggers.map((code) => this.reference.codeName('EMERGENCY_TRIGGERS', code) ?? code);
    await this.opening.open(tx, locked, {
      note: names.length === 0 ? reason : `${names.join('、')}。${reason}`,
      ...(triggers.length === 0 ? {} : { data: { triggers } }),
    });
  }

  /** 登记安全核查 (D05): seeing the child stops the first-contact clock and starts the visits. */
  async recordSafetyCheck(tx: Tx, locked: LockedCase, dto: RecordSafetyCheckRequest): Promise<void> {
    requireSound(safetyCheckErrors(dto, tx.now));
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
    const {
      personsSeen,
      injuries,
      homeCondition,
      statements,
      photos,
      decisionReason,
      childOpinion,
      noOpinionReason,
    } = dto;
    const medical = dto.medicalNeeded ? MEDICAL_FIRST : undefined;
    const scene = { personsSeen, injuries, homeCondition, statements, photos };
    const body = { ...scene, decisionReason, medical, childOpinion, noOpinionReason };
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
