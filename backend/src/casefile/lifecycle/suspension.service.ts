import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { ReferenceData } from '../../support/reference';
import { CASE_CLOCKS, CaseClocks } from '../case-clocks';
import { CaseService } from '../case.service';
import type { ResumeCaseRequest, SuspendCaseRequest } from '../dto/lifecycle.request';
import { CaseSuspensionEntity } from '../entities';
import type { LockedCase } from '../locked-case';
import { PhaseEffects } from '../phase-effects';
import { suspensionErrors } from './suspension.rules';

/** 中止办理 (失联, 迁出待接收): the case rests, its stages and clocks stay, and the visits go on ringing. */
@Injectable()
export class SuspensionService implements OnModuleInit {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.effects.register({
      name: 'suspension',
      run: async (tx, locked, { from }) => {
        if (from === 'suspended') await end(tx, locked.id);
      },
    });
  }

  /** @throws InvalidInput 422, ActionRefused 409 during an emergency */
  async suspend(tx: Tx, locked: LockedCase, dto: SuspendCaseRequest): Promise<void> {
    this.reference.requireCode('SUSPEND_REASONS', dto.reason, 'reason');
    const errors = suspensionErrors(dto.nextCheckOn, tx.now);
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, {
      action: 'suspend',
      note: dto.note,
      data: { reason: dto.reason, nextCheckOn: dto.nextCheckOn },
    });
    const id = newId(tx.now.getTime());
    tx.insert(CaseSuspensionEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      reason: dto.reason,
      nextCheckOn: dto.nextCheckOn,
      body: await this.crypto.encryptJson(locked.childId, 'case_suspension.body', id, { note: dto.note }),
      suspendedBy: tx.actor.userId,
      suspendedAt: tx.now,
    });
    // Nothing waits unseen: whoever lost the child goes on looking at the rhythm of its urgency.
    await this.clocks.ensure(tx, locked, CASE_CLOCKS.visitRhythm);
  }

  /** 恢复办理: by the same people, with the stages it had. */
  async resume(tx: Tx, locked: LockedCase, { reason }: ResumeCaseRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'resume', note: reason });
  }
}

/** Whatever ends it: resumed, an emergency, a move, a death. */
async function end(tx: Tx, caseId: string): Promise<void> {
  await tx.execute(
    'UPDATE case_suspension SET ended_by = $2, ended_at = $3 WHERE case_id = $1 AND ended_at IS NULL',
    [caseId, tx.actor.userId, tx.now],
  );
}
