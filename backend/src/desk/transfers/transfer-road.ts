import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CaseFacts, CaseFactSources, type LockedCase, PhaseEffects } from '../../casefile';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { type Destination, destinationsFrom } from './destinations';

/** DL-054: the sender's desk decides; it owns the clock from the request until the case is closed here or taken back. */
export const TRANSFER_CLOCK = 'DL-054';

/** What goes with a case on the road: its clock at the sender's desk, the word to the other side, and the way back. */
@Injectable()
export class TransferRoad implements OnModuleInit {
  constructor(
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
    private readonly outbox: Outbox,
    private readonly facts: CaseFactSources,
    private readonly effects: PhaseEffects,
  ) {}

  onModuleInit(): void {
    this.facts.register({ name: 'transfers', read: transferFacts });
    this.effects.register({
      name: 'transfers',
      run: async (tx, locked, { from, to, action }) => {
        if (from === 'transferring' && to !== 'closed')
          await this.takeBack(tx, locked.id, action === 'record-death');
      },
    });
  }

  destinations(tx: Tx): Destination[] {
    return destinationsFrom(this.reference, tx.actor.districtCode);
  }

  startClock(tx: Tx, locked: LockedCase, transferId: string): void {
    this.deadlines.open(tx, {
      ruleId: TRANSFER_CLOCK,
      subjectKind: 'case',
      subjectId: transferId,
      caseId: locked.id,
      number: locked.caseNo,
      urgency: locked.urgency,
      ownerAgencyId: locked.ownerAgencyId,
      escalationAgencyId: this.reference.supervisorOf(locked.ownerAgencyId),
    });
  }

  /** Nothing is waited for on the road any more: not of this transfer, nor of one that was refused before. */
  async closeClocks(tx: Tx, caseId: string): Promise<void> {
    const sent = await tx.query<{ id: string }>('SELECT id FROM case_transfer WHERE case_id = $1', [caseId]);
    for (const { id } of sent) await this.deadlines.close(tx, TRANSFER_CLOCK, id);
  }

  tell(tx: Tx, name: 'transfer.requested' | 'transfer.withdrawn', transferId: string, caseId: string): void {
    this.outbox.add(tx, { name, subjectId: transferId, payload: { transferId, caseId } });
  }

  /** The case left the road: what nobody answered is withdrawn; what was accepted stays, unless the child died. */
  private async takeBack(tx: Tx, caseId: string, died: boolean): Promise<void> {
    const rows = await tx.query<{ id: string }>(
      `UPDATE case_transfer SET state = 'withdrawn', ended_at = $2 WHERE case_id = $1 AND state = ANY ($3) RETURNING id`,
      [caseId, tx.now, died ? ['requested', 'accepted'] : ['requested']],
    );
    await this.closeClocks(tx, caseId);
    for (const { id } of rows) this.tell(tx, 'transfer.withdrawn', id, caseId);
  }
}

/** An accepted transfer counts until it is completed, any other only while the case is on the road. */
async function transferFacts(tx: Tx, caseId: string): Promise<Partial<CaseFacts>> {
  const [row] = await tx.query<{ state: 'requested' | 'accepted' | 'refused'; on_system: boolean }>(
    `SELECT t.state, t.to_district IS NOT NULL AS on_system FROM case_transfer t JOIN case_file c ON c.id = t.case_id
      WHERE t.case_id = $1 AND t.id = (SELECT x.id FROM case_transfer x WHERE x.case_id = $1 ORDER BY x.requested_at DESC, x.id DESC LIMIT 1)
        AND (t.state = 'accepted' OR (c.phase = 'transferring' AND t.state IN ('requested', 'refused')))`,
    [caseId],
  );
  return { transferState: row?.state ?? null, transferOnSystem: row?.on_system ?? false };
}
