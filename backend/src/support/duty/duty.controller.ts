import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiQuery } from '@nestjs/swagger';
import type { RequestContext } from '../../kernel';
import { IdParam, NoFieldsRequest } from '../../platform/http';
import { Can, Ctx } from '../access';
import { EnterWeekRequest, StandInRequest } from './dto/duty.request';
import { DutyAgencyPage, DutyRosterResponse } from './dto/duty.response';
import { HandoverService } from './handover.service';
import { RosterQueries } from './roster.queries';
import { RosterService } from './roster.service';

/** 值班: rosters, stand-ins and hand-overs; every command answers with the roster as it now stands. */
@Controller('duty')
export class DutyController {
  constructor(
    private readonly queries: RosterQueries,
    private readonly rosters: RosterService,
    private readonly handovers: HandoverService,
  ) {}

  /** Who is on duty in every agency the reader sees, and the gaps of the next 48 hours. */
  @Get('rosters')
  @Can('duty.read')
  overview(@Ctx() ctx: RequestContext): Promise<DutyAgencyPage> {
    return this.queries.overview(ctx);
  }

  @Get('rosters/:id')
  @Can('duty.read')
  @ApiQuery({ name: 'weekOf', required: false, type: String })
  get(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Query('weekOf') weekOf?: unknown,
  ): Promise<DutyRosterResponse> {
    return this.queries.get(ctx, id, weekOf);
  }

  @Post('weeks')
  @HttpCode(200)
  @Can('duty.keep')
  async enterWeek(@Ctx() ctx: RequestContext, @Body() dto: EnterWeekRequest): Promise<DutyRosterResponse> {
    return this.queries.get(ctx, await this.rosters.enterWeek(ctx, dto), dto.days[0]?.day);
  }

  @Post('shifts/:id/actions/stand-in')
  @HttpCode(200)
  @Can('duty.serve')
  async standIn(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: StandInRequest,
  ): Promise<DutyRosterResponse> {
    return this.queries.get(ctx, await this.rosters.standIn(ctx, id, dto), undefined);
  }

  @Post('shifts/:id/actions/hand-over')
  @HttpCode(200)
  @Can('duty.serve')
  async handOver(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: NoFieldsRequest,
  ): Promise<DutyRosterResponse> {
    return this.queries.get(ctx, await this.handovers.handOver(ctx, id), undefined);
  }

  @Post('handovers/:id/actions/confirm')
  @HttpCode(200)
  @Can('duty.serve')
  async confirm(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: NoFieldsRequest,
  ): Promise<DutyRosterResponse> {
    return this.queries.get(ctx, await this.handovers.confirm(ctx, id), undefined);
  }
}
