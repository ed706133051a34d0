import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import {
  AcceptOrderRequest,
  AddProgressRequest,
  FinishOrderRequest,
  HandOnOrderRequest,
  RecordOnBehalfRequest,
  ReturnOrderRequest,
  SetExpectedRequest,
} from './dto/work-order.request';
import { WorkOrderResponse } from '../../casefile';
import { WorkOrderPage } from './dto/work-order-page.response';
import { WorkOrderQueries } from './work-order.queries';
import { WorkOrderService } from './work-order.service';

@Controller('work-orders')
export class WorkOrderController {
  constructor(
    private readonly orders: WorkOrderService,
    private readonly queries: WorkOrderQueries,
  ) {}

  @Get()
  @Can('work-order.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<WorkOrderPage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('work-order.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/accept')
  @HttpCode(200)
  @Can('work-order.accept')
  async accept(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: AcceptOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.accept(ctx, id));
  }

  @Post(':id/actions/return')
  @HttpCode(200)
  @Can('work-order.return')
  async return(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.return(ctx, id, dto));
  }

  @Post(':id/actions/finish')
  @HttpCode(200)
  @Can('work-order.finish')
  async finish(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: FinishOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.finish(ctx, id, dto));
  }

  @Post(':id/actions/record-on-behalf')
  @HttpCode(200)
  @Can('work-order.record-on-behalf')
  async recordOnBehalf(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordOnBehalfRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.recordOnBehalf(ctx, id, dto));
  }

  @Post(':id/actions/add-progress')
  @HttpCode(200)
  @Can('work-order.add-progress')
  async addProgress(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AddProgressRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.addProgress(ctx, id, dto));
  }

  @Post(':id/actions/set-expected')
  @HttpCode(200)
  @Can('work-order.set-expected')
  async setExpected(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: SetExpectedRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.setExpected(ctx, id, dto));
  }

  @Post(':id/actions/hand-on')
  @HttpCode(200)
  @Can('work-order.hand-on')
  async handOn(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: HandOnOrderRequest,
  ): Promise<WorkOrderResponse> {
    return this.queries.get(ctx, await this.orders.handOn(ctx, id, dto));
  }
}
