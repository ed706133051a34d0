import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database';
import type { CaseActionName, CasePhase } from './case.workflow';
import type { LockedCase } from './locked-case';

export interface PhaseChange {
  readonly action: CaseActionName;
  readonly from: CasePhase;
  readonly to: CasePhase;
}

/** What a change of phase means to one room; `run` looks itself whether the change concerns it. */
export interface PhaseEffect {
  readonly name: string;
  run(tx: Tx, locked: LockedCase, change: PhaseChange): Promise<void>;
}

/**
 * In-transaction contributors of a change of phase (design §3): whichever action ends a suspension, withdraws a transfer
 * or opens a closed case again, the rows of the rooms follow in the same transaction. Rooms register when they start.
 */
@Injectable()
export class PhaseEffects {
  private readonly effects = new Map<string, PhaseEffect>();

  register(effect: PhaseEffect): void {
    if (this.effects.has(effect.name)) throw new Error(`Two phase effects are called ${effect.name}`);
    this.effects.set(effect.name, effect);
  }

  async run(tx: Tx, locked: LockedCase, change: PhaseChange): Promise<void> {
    for (const effect of this.effects.values()) await effect.run(tx, locked, change);
  }
}
