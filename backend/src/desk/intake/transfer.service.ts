import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import { Numbers } from '../coordination';
import type {
  ConfirmTransferRequest,
  RefuseReportTransferRequest,
  TransferReportRequest,
} from './dto/report-roads.request';
import { ReportTransferEntity } from './entities';
import { ReportCommands } from './report-commands';
import { ReportFeedback } from './report-feedback';
import { requirePast } from './report.service';

/**
 * 移送其他地区或单位: whoever took the report in keeps it until the receiver has said yes (首接负责, D; 未成年人保护法
 * 11(3)). Meanwhile, and after a refusal, the ruling clock DL-054 runs.
 */
@Injectable()
export class TransferService {
  constructor(
    private readonly commands: ReportCommands,
    private readonly feedback: ReportFeedback,
    private readonly deadlines: DeadlineService,
    private readonly crypto: FieldCrypto,
    private readonly numbers: Numbers,
    private readonly reference: ReferenceData,
  ) {}

  /** 移送函 goes out under its number. */
  async send(ctx: RequestContext, id: string, dto: TransferReportRequest): Promise<string> {
    const letterNo = await this.numbers.next('YS');
    return this.commands.act(ctx, id, 'transfer-out', async (tx, report) => {
      await this.checkReceiver(tx, id, dto);
      const transferId = newId(tx.now.getTime());
      const { receiver, reason, materials } = dto;
      const body = { receiver, reason, materials };
      tx.insert(ReportTransferEntity, {
        id: transferId,
        districtCode: tx.actor.districtCode,
        reportId: id,
        letterNo,
        agencyId: dto.agencyId ?? null,
        body: await this.crypto.encryptJson(id, 'report_transfer.body', transferId, body),
        sentBy: tx.actor.userId,
        sentAt: tx.now,
        state: 'sent',
      });
      await this.deadlines.close(tx, ['DL-052', 'DL-054'], id);
      this.deadlines.open(tx, this.commands.clock(tx, report, 'DL-054'));
      return { data: { letterNo } };
    });
  }

  /** 对方已接收: only now the report is theirs. */
  confirm(ctx: RequestContext, id: string, dto: ConfirmTransferRequest): Promise<string> {
    return this.commands.act(ctx, id, 'confirm-transfer', async (tx, report) => {
      const { person, receiptNo } = dto;
      await this.reply(tx, id, 'accepted', dto.repliedAt, { person, receiptNo });
      await this.feedback.owe(tx, report);
    });
  }

  /** 对方不接收: back here for a ruling, and the clock of the ruling begins anew. */
  refuse(ctx: RequestContext, id: string, dto: RefuseReportTransferRequest): Promise<string> {
    return this.commands.act(ctx, id, 'refuse-transfer', async (tx, report) => {
      const { person, reason } = dto;
      await this.reply(tx, id, 'refused', dto.repliedAt, { person, reason });
      await this.deadlines.close(tx, 'DL-054', id);
      this.deadlines.open(tx, this.commands.clock(tx, report, 'DL-054'));
      return { note: reason };
    });
  }

  private async checkReceiver(
    tx: Tx,
    reportId: string,
    { agencyId, receiver }: TransferReportRequest,
  ): Promise<void> {
    if (agencyId === undefined) {
      if (!receiver?.trim())
        throw new InvalidInput({ receiver: ['请选择单位，或写明移送给哪个地区、哪个单位'] });
      return;
    }
    const agency = this.reference.requireAgency(tx.actor.districtCode, agencyId, 'agencyId');
    if (agency.id === tx.actor.agencyId) throw new InvalidInput({ agencyId: ['不能移送给本单位'] });
    const excluded = await tx.query(
      'SELECT 1 FROM report_exclusion WHERE report_id = $1 AND principal_id = $2',
      [reportId, agencyId],
    );
    if (excluded.length > 0) throw new InvalidInput({ agencyId: ['该单位在「谁不能知道」中，不能移送'] });
  }

  private async reply(
    tx: Tx,
    reportId: string,
    state: 'accepted' | 'refused',
    at: string,
    words: Readonly<Record<string, string | undefined>>,
  ): Promise<void> {
    requirePast('repliedAt', at, tx.now);
    const [sent] = await tx.query<{ id: string; sent_at: Date }>(
      `SELECT id, sent_at FROM report_transfer WHERE report_id = $1 AND state = 'sent'`,
      [reportId],
    );
    if (sent === undefined) throw new Error(`Report ${reportId} is on its way without a letter`);
    const reply = await this.crypto.encryptJson(reportId, 'report_transfer.reply', sent.id, words);
    await tx.execute(
      'UPDATE report_transfer SET state = $2, replied_at = $3, recorded_by = $4, reply = $5 WHERE id = $1',
      [sent.id, state, new Date(at), tx.actor.userId, reply],
    );
  }
}
