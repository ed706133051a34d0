import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Can, Ctx } from '../../support/access';
import { PlacementPage } from './dto/placement-page.response';
import { PlacementList } from './placement-list';

@Controller('placements')
export class PlacementListController {
  constructor(private readonly placements: PlacementList) {}

  /** 安置中: children who live away from home now. */
  @Get()
  @Can('placement.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<PlacementPage> {
    return this.placements.list(ctx, query);
  }
}
