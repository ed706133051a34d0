import { Injectable } from '@nestjs/common';
import {
  CaseClocks,
  CaseClosingEntity,
  CaseEnding,
  CaseService,
  type LockedCase,
  pastInstantErrors,
} from '../../casefile';
import { ActionRefused, InvalidInput, newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { Numbers } from '../coordination';
import type {
  CompleteTransferRequest,
  RecordTransferReplyRequest,
  RequestTransferRequest,
  WithdrawTransferRequest,
} from './dto/transfer.request';
import { CaseTransferEntity } from './entities';
import { transferErrors } from './transfer.rules';
import { TransferRoad } from './transfer-road';
import { TransferSheets } from './transfer-sheet';
import { type TransferState, transferWorkflow } from './transfer.workflow';

interface OpenTransfer {
  readonly id: string;
  readonly transfer_no: string;
  readonly state: TransferState;
  readonly requested_by: string;
  readonly requested_at: Date;
}

/** 转出, the sender's side: a move closes nothing until the other side accepts (design §9.5; 首接负责). */
@Injectable()
export class TransferService {
  constructor(
    private readonly cases: CaseService,
    private readonly clocks: CaseClocks,
    private readonly ending: CaseEnding,
    private readonly sheets: TransferSheets,
    private readonly numbers: Numbers,
    private readonly crypto: FieldCrypto,
    private readonly road: TransferRoad,
  ) {}

  /** 申请转出, or back on the road after an emergency interrupted an accepted transfer. @throws InvalidInput 422 */
  async request(tx: Tx, locked: LockedCase, dto: RequestTransferRequest): Promise<void> {
    if (locked.facts.transferState === 'accepted') {
      await this.cases.apply(tx, locked, { action: 'request-transfer' });
      const { id } = await this.current(tx, locked.id);
      this.road.startClock(tx, locked, id);
      return;
    }
    const destinations = this.road.destinations(tx);
    const errors = transferErrors(
      dto,
      destinations.map(({ code }) => code),
    );
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    await this.cases.apply(tx, locked, { action: 'request-transfer', note: dto.reason ?? '' });
    const destination = destinations.find(({ code }) => code === dto.toDistrict)?.name ?? dto.place ?? '';
    await this.road.closeClocks(tx, locked.id);
    const id = newId(tx.now.getTime());
    const sheet = await this.sheets.compose(tx, locked, dto, destination);
    const [file] = await tx.query<{ situations: string[] }>(
      'SELECT situations FROM case_file WHERE id = $1',
      [locked.id],
    );
    tx.insert(CaseTransferEntity, {
      id,
      districtCode: tx.actor.districtCode,
      transferNo: await this.numbers.next('ZC'),
      caseId: locked.id,
      toDistrict: dto.toDistrict ?? null,
      urgency: locked.urgency,
      situations: file?.situations ?? [],
      state: 'requested',
      sheet: await this.sheets.seal(id, sheet),
      requestedBy: tx.actor.userId,
      requestedAt: tx.now,
    });
    this.road.startClock(tx, locked, id);
    this.road.tell(tx, 'transfer.requested', id, locked.id);
  }

  /** 登记接收地答复, for a place that is not on this system. */
  async recordReply(tx: Tx, locked: LockedCase, dto: RecordTransferReplyRequest): Promise<void> {
    const errors = pastInstantErrors('at', dto.at, tx.now);
    if (dto.decision === 'refused' && (dto.note ?? '').trim() === '')
      errors.note = ['请写明对方不接收的理由'];
    if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
    const transfer = await this.current(tx, locked.id);
    const state = transferWorkflow.next(
      dto.decision === 'accepted' ? 'accept' : 'refuse',
      transfer.state,
      {},
    );
    await this.cases.apply(tx, locked, {
      action: 'record-transfer-reply',
      data: { decision: dto.decision },
      ...(dto.note === undefined ? {} : { note: dto.note }),
    });
    const reply = await this.sheets.sealReply(transfer.id, {
      person: dto.person,
      receiptNo: dto.receiptNo ?? null,
      note: dto.note ?? null,
      onBehalf: true,
    });
    await tx.execute('UPDATE case_transfer SET state = $2, answered_at = $3, reply = $4 WHERE id = $1', [
      transfer.id,
      state,
      new Date(dto.at),
      reply,
    ]);
    await this.road.closeClocks(tx, locked.id);
    this.road.startClock(tx, locked, transfer.id);
  }

  /** 撤回转出: the case goes on here (the effect takes the transfer back). */
  async withdraw(tx: Tx, locked: LockedCase, { reason }: WithdrawTransferRequest): Promise<void> {
    await this.cases.apply(tx, locked, { action: 'withdraw-transfer', note: reason });
  }

  /** 确认转出办结: the receiver has the case; here everything ends, as MOVED. */
  async complete(tx: Tx, locked: LockedCase, { note }: CompleteTransferRequest): Promise<void> {
    const transfer = await this.current(tx, locked.id);
    await this.cases.apply(tx, locked, {
      action: 'complete-transfer',
      ...(note === undefined ? {} : { note }),
    });
    const state = transferWorkflow.next('complete', transfer.state, {});
    await tx.execute('UPDATE case_transfer SET state = $2, ended_at = $3 WHERE id = $1', [
      transfer.id,
      state,
      tx.now,
    ]);
    await this.ending.end(tx, locked, { workerStays: false });
    await this.road.closeClocks(tx, locked.id);
    await this.clocks.cancelEverything(tx, locked.id);
    const id = newId(tx.now.getTime());
    tx.insert(CaseClosingEntity, {
      id,
      districtCode: tx.actor.districtCode,
      caseId: locked.id,
      reason: 'MOVED',
      riskLevel: locked.facts.latestRisk,
      checklist: {},
      body: await this.crypto.encryptJson(locked.childId, 'closing.body', id, {
        note: note ?? `转出 ${transfer.transfer_no}，接收地已接收。`,
      }),
      requestedBy: transfer.requested_by,
      requestedAt: transfer.requested_at,
      signedBy: tx.actor.userId,
      signedAt: tx.now,
    });
  }

  private async current(tx: Tx, caseId: string): Promise<OpenTransfer> {
    const [row] = await tx.query<OpenTransfer>(
      `SELECT id, transfer_no, state, requested_by, requested_at FROM case_transfer
        WHERE case_id = $1 ORDER BY requested_at DESC, id DESC LIMIT 1 FOR NO KEY UPDATE`,
      [caseId],
    );
    if (row === undefined) throw new ActionRefused('这个个案没有转出申请。');
    return row;
  }
}
