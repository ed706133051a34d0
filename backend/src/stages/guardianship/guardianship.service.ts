import { Injectable } from '@nestjs/common';
import {
  CASE_CLOCKS,
  CaseClocks,
  CaseService,
  type LockedCase,
  pastDayErrors,
  requireSound,
} from '../../casefile';
import { newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import type {
  EndGuardianshipRequest,
  OpenGuardianshipRequest,
  RecordGuardianDutyRequest,
} from './dto/measure.request';
import { GuardianDutyEntity } from './entities';
import { MeasureClocks } from './measure-clocks';

/** A guardian last seen longer ago than a childhood was never the guardian of this child. */
const LONGEST_NEGLECT_DAYS = 18 * 366;

/** 监护干预 as a stage of the case, and what is known of the guardian's performance. */
@Injectable()
export class GuardianshipService {
  constructor(
    private readonly cases: CaseService,
    private readonly caseClocks: CaseClocks,
    private readonly clocks: MeasureClocks,
    private readonly crypto: FieldCrypto,
  ) {}

  /** 启动监护干预. */
  async open(tx: Tx, locked: LockedCase, { reason }: OpenGuardianshipRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'open-guardianship', stage: 'guardianship', note: reason });
    this.cases.openStage(tx, locked, 'guardianship');
  }

  /** 结束监护干预: what outlives the stage goes on; without another open stage, assessment opens with its clock. */
  async end(tx: Tx, locked: LockedCase, { outcome }: EndGuardianshipRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'end-guardianship', stage: 'guardianship', note: outcome });
    await this.cases.closeStage(tx, locked.id, 'guardianship');
    await this.clocks.dutyPerformed(tx, locked.id);
    if (locked.facts.openStages.some((stage) => stage !== 'guardianship')) return;
    this.cases.openStage(tx, locked, 'assessment');
    await this.caseClocks.ensure(tx, locked, CASE_CLOCKS.assessment);
  }

  /** 登记监护人履职情况: a guardian that does not perform starts the six months of R3, one that does stops them. */
  async recordDuty(tx: Tx, locked: LockedCase, dto: RecordGuardianDutyRequest): Promise<void> {
    requireSound(pastDayErrors('lastPerformedOn', dto.lastPerformedOn, tx.now, LONGEST_NEGLECT_DAYS));
    await this.cases.apply(tx, locked, {
      action: 'record-guardian-duty',
      stage: 'guardianship',
      note: dto.note,
      data: { performing: dto.performing },
    });
    const id = newId(tx.now.getTime());
    tx.insert(GuardianDutyEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      performing: dto.performing,
      lastPerformedOn: dto.lastPerformedOn,
      body: await this.crypto.encryptJson(locked.childId, 'guardian_duty.body', id, { note: dto.note }),
      recordedBy: tx.actor.userId,
      recordedAt: tx.now,
    });
    if (dto.performing) await this.clocks.dutyPerformed(tx, locked.id);
    else await this.clocks.neglect(tx, locked, dto.lastPerformedOn);
  }
}
