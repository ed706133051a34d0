import { Injectable } from '@nestjs/common';
import { InvalidInput, newId, type RequestContext } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReferenceData } from '../../support/reference';
import type {
  ConfirmScreenOutRequest,
  ProposeScreenOutRequest,
  ReturnScreenOutRequest,
  ReviveReportRequest,
} from './dto/report-roads.request';
import { ReportScreeningEntity } from './entities';
import { ReportCommands } from './report-commands';
import { ReportFeedback } from './report-feedback';
import { screenOutErrors } from './screening.rules';

/**
 * 暂未发现风险（存查）: one person proposes with reason and checks, a second one decides, and it can be revived at any
 * time (domain.md §3.2, D). Never 无风险: a report that was filed away is read again when the next one comes.
 */
@Injectable()
export class ScreeningService {
  constructor(
    private readonly commands: ReportCommands,
    private readonly feedback: ReportFeedback,
    private readonly deadlines: DeadlineService,
    private readonly crypto: FieldCrypto,
    private readonly reference: ReferenceData,
  ) {}

  /** 提出存查: the triage clock goes on until the second person has decided. */
  propose(ctx: RequestContext, id: string, dto: ProposeScreenOutRequest): Promise<string> {
    return this.commands.act(ctx, id, 'propose-screen-out', async (tx) => {
      const errors = screenOutErrors(dto.checks);
      if (Object.keys(errors).length > 0) throw new InvalidInput(errors);
      dto.checks.forEach((code, index) =>
        this.reference.requireCode('SCREEN_OUT_CHECKS', code, `checks.${index}`),
      );
      const screeningId = newId(tx.now.getTime());
      tx.insert(ReportScreeningEntity, {
        id: screeningId,
        districtCode: tx.actor.districtCode,
        reportId: id,
        checks: [...new Set(dto.checks)],
        reason: await this.crypto.encrypt(id, 'report_screening.reason', screeningId, dto.reason),
        proposedBy: tx.actor.userId,
        proposedAt: tx.now,
      });
      return { data: { checks: dto.checks } };
    });
  }

  /** 同意存查: by a second person, never the proposer. */
  confirm(ctx: RequestContext, id: string, { remark }: ConfirmScreenOutRequest): Promise<string> {
    return this.commands.act(ctx, id, 'confirm-screen-out', async (tx, report) => {
      await this.decide(tx, id, 'confirmed', remark);
      await this.feedback.owe(tx, report);
    });
  }

  returnToTriage(ctx: RequestContext, id: string, { remark }: ReturnScreenOutRequest): Promise<string> {
    return this.commands.act(ctx, id, 'return-screen-out', (tx) => this.decide(tx, id, 'returned', remark));
  }

  /** 重新启用: back to triage, whatever was decided before. */
  revive(ctx: RequestContext, id: string, { reason }: ReviveReportRequest): Promise<string> {
    return this.commands.act(ctx, id, 'revive', async (tx, report) => {
      await tx.execute(
        `UPDATE report_screening SET revived_at = $2 WHERE report_id = $1 AND outcome = 'confirmed' AND revived_at IS NULL`,
        [id, tx.now],
      );
      // What the reporter is owed is the answer of the new decision.
      await this.deadlines.cancel(tx, ['DL-047'], id);
      this.deadlines.open(tx, this.commands.clock(tx, report, 'DL-052'));
      return { note: reason };
    });
  }

  private async decide(
    tx: Tx,
    reportId: string,
    outcome: 'confirmed' | 'returned',
    remark: string | undefined,
  ): Promise<void> {
    const [open] = await tx.query<{ id: string }>(
      'SELECT id FROM report_screening WHERE report_id = $1 AND outcome IS NULL',
      [reportId],
    );
    if (open === undefined) throw new Error(`Report ${reportId} waits for a decision nobody asked for`);
    const words = remark
      ? await this.crypto.encrypt(reportId, 'report_screening.remark', open.id, remark)
      : null;
    await tx.execute(
      'UPDATE report_screening SET outcome = $2, decided_by = $3, decided_at = $4, remark = $5 WHERE id = $1',
      [open.id, outcome, tx.actor.userId, tx.now, words],
    );
  }
}
