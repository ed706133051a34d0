import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '../../kernel';
import type { Tx } from '../../platform/database';
import { DeadlineService } from '../../support/deadlines';
import type { RecordTicketRequest } from './dto/ticket.request';
import { ReportCommands } from './report-commands';
import { requirePast } from './report.service';
import { opensFor, TICKET_STEPS, type TicketStep } from './ticket.rules';

interface RunningClock {
  readonly id: string;
  readonly rule_id: string;
  readonly variant: string | null;
  readonly start_at: Date;
  readonly due_at: Date;
}

/** 12345 工单 and 信访事项 behind a report: their steps, and the clocks of the other side (DL-034 to DL-037). */
@Injectable()
export class TicketsService {
  constructor(
    private readonly commands: ReportCommands,
    private readonly deadlines: DeadlineService,
  ) {}

  /** 登记工单、信访进展. @throws InvalidInput 422, NotVisible 404 */
  record(ctx: RequestContext, id: string, dto: RecordTicketRequest): Promise<string> {
    return this.commands.act(ctx, id, 'record-ticket', async (tx, report) => {
      const step: TicketStep = TICKET_STEPS[dto.kind];
      requirePast('happenedAt', dto.happenedAt, tx.now);
      if (step.asks === 'matter' && dto.matter === undefined)
        throw new InvalidInput({ matter: ['请选择工单是哪一类，办理期限按类别计算'] });
      const stopped = await this.stop(tx, id, step);
      const happenedAt = new Date(dto.happenedAt);
      for (const { rule, variant } of opensFor(step, dto))
        this.deadlines.open(tx, {
          ...this.commands.clock(tx, report, rule, variant ?? undefined),
          startAt: startOf(step, happenedAt, stopped),
        });
      const note = [step.name, dto.number, dto.note].filter(Boolean).join('；');
      return { note, data: { kind: dto.kind } };
    });
  }

  /** Stops what the step answers and returns it. @throws InvalidInput 422 when nothing waits for this step */
  private async stop(tx: Tx, reportId: string, step: TicketStep): Promise<RunningClock | undefined> {
    const running = await tx.query<RunningClock>(
      `SELECT id, rule_id, variant, start_at, due_at FROM deadline
        WHERE subject_id = $1 AND rule_id = ANY ($2) AND state = 'running' ORDER BY start_at`,
      [reportId, ['DL-034', 'DL-035', 'DL-036', 'DL-037']],
    );
    const { stops = [], alsoStops = [] } = step;
    const answered = running.find(({ rule_id: id, variant }) =>
      stops.some((clock) => clock.rule === id && clock.variant === variant),
    );
    if (stops.length > 0 && answered === undefined)
      throw new InvalidInput({ kind: ['没有在等这一步的期限，请先登记前面的步骤（派单、签收或收到）'] });
    const also = running.filter(({ rule_id: id }) => (alsoStops as readonly string[]).includes(id));
    const done = [...also, ...(answered === undefined ? [] : [answered])].map(({ id }) => id);
    await this.deadlines.closeThese(tx, done);
    return answered;
  }
}

function startOf({ from }: TicketStep, happenedAt: Date, stopped: RunningClock | undefined): Date {
  if (from === 'start') return stopped?.start_at ?? happenedAt;
  return from === 'due' ? (stopped?.due_at ?? happenedAt) : happenedAt;
}
