import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import { CaseBackstop } from './case-backstop';
import { CASE_CLOCKS, CaseClocks } from './case-clocks';
import { type CaseCommand, CaseService, type LockedCase } from './case.service';

/** Why an emergency begins; words are encrypted, codes are not. */
export type EmergencyCause = Pick<CaseCommand, 'note' | 'data'>;

/** 启动应急处置, by a person or by what happened to the child (domain §4.3: entry triggers). */
@Injectable()
export class EmergencyOpening {
  constructor(
    private readonly cases: CaseService,
    private readonly backstop: CaseBackstop,
    private readonly clocks: CaseClocks,
  ) {}

  /** The child is to be seen within the hours of an emergency, whatever the urgency of the case. @throws ActionRefused 409 */
  async open(tx: Tx, locked: LockedCase, cause: EmergencyCause): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'open-emergency', stage: 'emergency', ...cause });
    this.cases.openStage(tx, locked, 'emergency');
    const acting = await this.backstop.ensure(tx, locked);
    await this.clocks.ensure(tx, acting, CASE_CLOCKS.firstContact, 'U0');
  }

  /** Opens it unless it is open. Call it after the action that causes it: both set the phase, and this one comes last. */
  async ensure(tx: Tx, locked: LockedCase, cause: EmergencyCause): Promise<void> {
    if (!locked.facts.openStages.includes('emergency')) await this.open(tx, locked, cause);
  }
}
