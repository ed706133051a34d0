import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { WorkOrderResponse } from '../../casefile';
import {
  CancelOrderRequest,
  OrderNoteRequest,
  ReissueOrderRequest,
  RuleOrderRequest,
} from './dto/work-order.request';
import { OrderSteeringService } from './order-steering.service';
import { WorkOrderQueries } from './work-order.queries';

/** Issuer's side of 协办单: send on, rule, urge, supervise, ask again, withdraw. */
@Controller('work-orders')
export class OrderSteeringController {
  constructor(
    private readonly orders: OrderSteeringService,
    private readonly queries: WorkOrderQueries,
  ) {}

  @Post(':id/actions/reissue')
  @HttpCode(200)
  @Can('work-order.reissue')
  async reissue(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReissueOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.reissue(ctx, id, dto));
  }

  @Post(':id/actions/rule')
  @HttpCode(200)
  @Can('work-order.rule')
  async rule(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RuleOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.rule(ctx, id, dto));
  }

  @Post(':id/actions/urge')
  @HttpCode(200)
  @Can('work-order.urge')
  async urge(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OrderNoteRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.urge(ctx, id, dto));
  }

  @Post(':id/actions/supervise')
  @HttpCode(200)
  @Can('work-order.supervise')
  async supervise(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OrderNoteRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.supervise(ctx, id, dto));
  }

  @Post(':id/actions/ask-again')
  @HttpCode(200)
  @Can('work-order.ask-again')
  async askAgain(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OrderNoteRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.askAgain(ctx, id, dto));
  }

  @Post(':id/actions/change-lead')
  @HttpCode(200)
  @Can('work-order.change-lead')
  async changeLead(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OrderNoteRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.changeLead(ctx, id, dto));
  }

  @Post(':id/actions/cancel')
  @HttpCode(200)
  @Can('work-order.cancel')
  async cancel(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CancelOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.cancel(ctx, id, dto));
  }
}
