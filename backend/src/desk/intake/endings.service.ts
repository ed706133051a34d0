import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '../../kernel';
import { visibility } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import type { AnswerConsultRequest, MarkDuplicateRequest } from './dto/report-roads.request';
import { ReportCommands } from './report-commands';
import { ReportFeedback } from './report-feedback';

/** Short roads: a question that was answered, a report that repeats an earlier one. */
@Injectable()
export class EndingsService {
  constructor(
    private readonly commands: ReportCommands,
    private readonly feedback: ReportFeedback,
    private readonly deadlines: DeadlineService,
  ) {}

  /** 咨询答复: the answer is what the asker reads, so nothing more is owed. */
  answerConsult(ctx: RequestContext, id: string, { answer }: AnswerConsultRequest): Promise<string> {
    return this.commands.act(ctx, id, 'answer-consult', async (tx, report) => {
      await this.feedback.give(tx, report, 'result', answer);
      await this.deadlines.close(tx, ['DL-052', 'DL-054'], id);
    });
  }

  /** 重复报告: names the earlier one; its words stay, additions go on, and its reporter is answered too. */
  markDuplicate(
    ctx: RequestContext,
    id: string,
    { reportNo, reason }: MarkDuplicateRequest,
  ): Promise<string> {
    return this.commands.act(ctx, id, 'mark-duplicate', async (tx, report) => {
      const [earlier] = await tx.query<{ id: string }>(
        `SELECT r.id FROM report r, report own
          WHERE r.report_no = $2 AND own.id = $1 AND r.id <> own.id AND r.duplicate_of IS NULL
            AND r.reported_at <= own.reported_at AND ${visibility.reportwork('r')}`,
        [id, reportNo.trim()],
      );
      if (earlier === undefined)
        throw new InvalidInput({
          reportNo: ['没有找到这份报告。请填写一份更早的、本身不是重复的报告的受理号'],
        });
      await tx.execute('UPDATE report SET duplicate_of = $2 WHERE id = $1', [id, earlier.id]);
      await this.feedback.owe(tx, report);
      return { note: reason, data: { duplicateOf: earlier.id } };
    });
  }
}
