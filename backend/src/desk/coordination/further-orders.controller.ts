import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { IssueOrderRequest } from './dto/issue-order.request';
import { OrderOffersResponse } from './dto/order-offer.response';
import { FurtherOrdersService } from './further-orders.service';
import { OrderOffers } from './order-offers';

/** 补发协办单: whom a case can call besides, and the call. */
@Controller('cases')
export class FurtherOrdersController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly further: FurtherOrdersService,
    private readonly offers: OrderOffers,
  ) {}

  @Get(':id/order-offers')
  @Can('case.issue-order')
  offersOf(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<OrderOffersResponse> {
    return this.offers.get(ctx, id);
  }

  @Post(':id/actions/issue-order')
  @HttpCode(200)
  @Can('case.issue-order')
  issue(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: IssueOrderRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.further.issue(tx, locked, dto));
  }
}
