import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Can, Ctx } from '../access';
import { DeadlineList } from './deadline-list';
import { DeadlinePage } from './dto/deadline.response';

@Controller('deadlines')
export class DeadlineController {
  constructor(private readonly deadlines: DeadlineList) {}

  /** Running clocks, the next to run out first. */
  @Get()
  @Can('deadline.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<DeadlinePage> {
    return this.deadlines.list(ctx, query);
  }
}
