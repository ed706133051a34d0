import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '../kernel';
import { Can, Ctx } from '../support/access';
import { TotalsResponse } from './dto/totals.response';
import { TotalsQueries } from './totals.queries';

@Controller('totals')
export class TotalsController {
  constructor(private readonly totals: TotalsQueries) {}

  /** 汇总数字: by month and by township, whole months, cells below five kept. */
  @Get()
  @Can('totals.read')
  get(@Ctx() ctx: RequestContext): Promise<TotalsResponse> {
    return this.totals.get(ctx);
  }
}
