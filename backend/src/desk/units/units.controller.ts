import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import {
  RecordAuditRequest,
  RecordCheckRequest,
  RecordPostRequest,
  RecordStationRequest,
} from './dto/unit.request';
import { UnitCoverageResponse, UnitPage, UnitResponse } from './dto/unit.response';
import { UnitQueries } from './unit.queries';
import { UnitService } from './unit.service';

/** 工作站与单位: stations, posts and the yearly duties of units. */
@Controller('agencies')
export class UnitsController {
  constructor(
    private readonly units: UnitService,
    private readonly queries: UnitQueries,
  ) {}

  @Get()
  @Can('unit.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<UnitPage> {
    return this.queries.list(ctx, query);
  }

  @Get('coverage')
  @Can('unit.read')
  coverage(@Ctx() ctx: RequestContext): Promise<UnitCoverageResponse> {
    return this.queries.coverage(ctx);
  }

  @Get(':id')
  @Can('unit.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<UnitResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/record-station')
  @HttpCode(200)
  @Can('unit.record')
  async recordStation(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordStationRequest,
  ): Promise<UnitResponse> {
    return this.queries.get(ctx, await this.units.record(ctx, id, 'station', dto));
  }

  @Post(':id/actions/record-post')
  @HttpCode(200)
  @Can('unit.record')
  async recordPost(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordPostRequest,
  ): Promise<UnitResponse> {
    return this.queries.get(ctx, await this.units.record(ctx, id, 'post', dto));
  }

  @Post(':id/actions/record-check')
  @HttpCode(200)
  @Can('unit.record')
  async recordCheck(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordCheckRequest,
  ): Promise<UnitResponse> {
    return this.queries.get(ctx, await this.units.record(ctx, id, 'background_check', dto));
  }

  @Post(':id/actions/record-audit')
  @HttpCode(200)
  @Can('unit.record')
  async recordAudit(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordAuditRequest,
  ): Promise<UnitResponse> {
    return this.queries.get(ctx, await this.units.record(ctx, id, 'privacy_audit', dto));
  }
}
