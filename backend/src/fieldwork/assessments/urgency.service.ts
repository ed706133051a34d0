import { Injectable } from '@nestjs/common';
import { CaseClocks, CaseService, emergencyOpen, type LockedCase } from '../../casefile';
import { InvalidInput } from '../../kernel';
import type { Tx } from '../../platform/database';
import type { ChangeUrgencyRequest } from './dto/change-urgency.request';
import { evidenceSince, readEpisode } from './episode';
import { urgencyErrors } from './urgency.rules';

/** 调整紧急程度: up at once, down only on what an assessment found since (D; domain §3.3, §11). */
@Injectable()
export class UrgencyService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
  ) {}

  /** Every running clock of the case is counted again from its own start. @throws InvalidInput 422, ActionRefused 409 */
  async change(tx: Tx, locked: LockedCase, { urgency, reason }: ChangeUrgencyRequest): Promise<void> {
    const [file] = await tx.query<{ since: Date }>(
      'SELECT c.urgency_since AS since FROM case_file c WHERE c.id = $1',
      [locked.id],
    );
    const episode = await readEpisode(tx, locked.id);
    const errors = urgencyErrors({
      from: locked.urgency,
      to: urgency,
      actorId: tx.actor.userId,
      emergencyOpen: emergencyOpen(locked.facts),
      evidence: evidenceSince(episode, file?.since ?? tx.now),
    });
    await this.cases.apply(tx, locked, {
      action: 'change-urgency',
      note: reason,
      data: { from: locked.urgency, to: urgency },
    });
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.setUrgency(tx, locked.id, urgency);
    await this.clocks.recompute(tx, locked.id, urgency);
  }
}
