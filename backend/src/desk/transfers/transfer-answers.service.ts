import { Injectable } from '@nestjs/common';
import { NotVisible, type RequestContext, type Urgency } from '../../kernel';
import { type Tx, visibility } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { AuditLog } from '../../support/audit';
import { Commands } from '../../support/commands';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { FilingService } from '../intake';
import type { AcceptTransferRequest, RefuseTransferRequest } from './dto/transfer.request';
import { reportOfTransfer } from './transfer-report';
import { TransferSheets } from './transfer-sheet';
import { type TransferState, transferWorkflow } from './transfer.workflow';

/** 受理: a transfer that came in waits for the receiving desk as a report does. */
export const ARRIVAL_CLOCK = 'DL-051';

interface LockedTransfer {
  readonly id: string;
  readonly district_code: string;
  readonly transfer_no: string;
  readonly state: TransferState;
  readonly urgency: Urgency;
  readonly situations: string[];
  readonly sheet: Buffer;
}

/** 转入, the receiver's side: accepting files a report in the receiver's own district, with its clocks from the first second. */
@Injectable()
export class TransferAnswers {
  constructor(
    private readonly commands: Commands,
    private readonly filing: FilingService,
    private readonly sheets: TransferSheets,
    private readonly deadlines: DeadlineService,
    private readonly reference: ReferenceData,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NotVisible 404, ActionRefused 409 when it was answered or withdrawn, InvalidInput 422 */
  accept(ctx: RequestContext, id: string, dto: AcceptTransferRequest): Promise<string> {
    return this.answer(ctx, id, 'accept', async (tx, transfer) => {
      if (dto.regionCode !== undefined)
        this.reference.requireRegion(tx.actor.districtCode, dto.regionCode, 'regionCode');
      const sheet = await this.sheets.open(id, transfer.sheet);
      const from = this.reference.region(transfer.district_code)?.name ?? '';
      const reportId = await this.filing.fileFor(tx, reportOfTransfer(transfer, sheet, from, dto));
      await tx.execute('UPDATE case_transfer SET received_report_id = $2 WHERE id = $1', [id, reportId]);
      return dto.note ?? null;
    });
  }

  /** The case stays with the sender, who decides what now (首接负责). */
  refuse(ctx: RequestContext, id: string, dto: RefuseTransferRequest): Promise<string> {
    return this.answer(ctx, id, 'refuse', () => Promise.resolve(dto.reason));
  }

  private answer(
    ctx: RequestContext,
    id: string,
    action: 'accept' | 'refuse',
    work: (tx: Tx, transfer: LockedTransfer) => Promise<string | null>,
  ): Promise<string> {
    return this.commands.run(
      ctx,
      async (tx) => {
        const transfer = await this.lock(tx, id);
        const state = transferWorkflow.next(action, transfer.state, {});
        const note = await work(tx, transfer);
        const person =
          `${this.reference.agency(tx.actor.agencyId)?.name ?? ''} ${tx.actor.displayName}`.trim();
        const reply = await this.sheets.sealReply(id, { person, receiptNo: null, note, onBehalf: false });
        await tx.execute('UPDATE case_transfer SET state = $2, answered_at = $3, reply = $4 WHERE id = $1', [
          id,
          state,
          tx.now,
          reply,
        ]);
        await this.deadlines.close(tx, ARRIVAL_CLOCK, id);
        this.audit.record(tx, {
          action: `transfer.${action}`,
          subjectKind: 'case_transfer',
          subjectId: id,
        });
        this.outbox.add(tx, { name: 'transfer.replied', subjectId: id, payload: { transferId: id } });
        return id;
      },
      id,
    );
  }

  /** Only what came in to the actor's own district: the sender answers nothing for the receiver. */
  private async lock(tx: Tx, id: string): Promise<LockedTransfer> {
    const [row] = await tx.query<LockedTransfer>(
      `SELECT t.* FROM case_transfer t WHERE t.id = $1 AND t.to_district = ctx_district() AND ${visibility.transfer('t')} FOR NO KEY UPDATE OF t`,
      [id],
    );
    if (row !== undefined) return row;
    await this.audit.refused(tx.ctx, 'transfer.lock', { subjectKind: 'case_transfer', subjectId: id });
    throw new NotVisible();
  }
}
