import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel';
import { FieldCrypto } from '../../platform/crypto';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import { ReportFeedbackEntity } from './entities';
import { type LockedReport, ReportCommands } from './report-commands';

export const FEEDBACK_STAGES = { triage: '受理情况', progress: '办理进展', result: '办理结果' } as const;
export type FeedbackStage = keyof typeof FEEDBACK_STAGES;

/** 反馈: what the reporter is told, and the clocks that wait for it (未成年人保护法11(3); DL-047). */
@Injectable()
export class ReportFeedback {
  constructor(
    private readonly crypto: FieldCrypto,
    private readonly deadlines: DeadlineService,
    private readonly commands: ReportCommands,
  ) {}

  async give(tx: Tx, report: Pick<LockedReport, 'id'>, stage: FeedbackStage, text: string): Promise<void> {
    const id = newId(tx.now.getTime());
    tx.insert(ReportFeedbackEntity, {
      id,
      districtCode: tx.actor.districtCode,
      reportId: report.id,
      stage,
      body: await this.crypto.encrypt(report.id, 'feedback.body', id, text),
      givenBy: tx.actor.userId,
      givenAt: tx.now,
    });
    await this.deadlines.close(tx, 'DL-047', report.id);
  }

  /** A road was chosen: what waited for it is done, and the reporter is owed an answer. */
  async owe(tx: Tx, report: LockedReport): Promise<void> {
    await this.deadlines.close(tx, ['DL-051', 'DL-052', 'DL-054'], report.id);
    this.deadlines.open(tx, this.commands.clock(tx, report, 'DL-047'));
  }
}
