import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Can, Ctx } from '../../support/access';
import { HomeResponse } from './dto/home.response';
import { HomeQueries } from './home.queries';

@Controller('home')
export class HomeController {
  constructor(private readonly queries: HomeQueries) {}

  /** What to do next, by role. */
  @Get()
  @Can('home.read')
  get(@Ctx() ctx: RequestContext): Promise<HomeResponse> {
    return this.queries.get(ctx);
  }
}
