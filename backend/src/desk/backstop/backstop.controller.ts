import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Can, Ctx } from '../../support/access';
import { BackstopQueries } from './backstop.queries';
import { BackstopItemPage, UnstaffedPlacePage } from './dto/backstop.response';

/** 区级兜底. */
@Controller()
export class BackstopController {
  constructor(private readonly queries: BackstopQueries) {}

  @Get('backstop-items')
  @Can('backstop.read')
  items(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<BackstopItemPage> {
    return this.queries.items(ctx, query);
  }

  @Get('unstaffed-places')
  @Can('backstop.read')
  places(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<UnstaffedPlacePage> {
    return this.queries.places(ctx, query);
  }
}
