import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { AgencyNoticeResponse } from '../../casefile';
import { AgencyNoticeQueries } from './agency-notice.queries';
import { AgencyNoticeService } from './agency-notice.service';
import { AgencyNoticePage } from './dto/agency-notice-page.response';
import { ReadAgencyNoticeRequest, RecordToldRequest } from './dto/agency-notice.request';

/** 告知: what an agency without a task was told. */
@Controller('agency-notices')
export class AgencyNoticeController {
  constructor(
    private readonly notices: AgencyNoticeService,
    private readonly queries: AgencyNoticeQueries,
  ) {}

  @Get()
  @Can('agency-notice.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<AgencyNoticePage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('agency-notice.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<AgencyNoticeResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/read')
  @HttpCode(200)
  @Can('agency-notice.read')
  async read(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: ReadAgencyNoticeRequest,
  ): Promise<AgencyNoticeResponse> {
    return this.queries.get(ctx, await this.notices.read(ctx, id));
  }

  @Post(':id/actions/record-told')
  @HttpCode(200)
  @Can('agency-notice.record-told')
  async recordTold(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordToldRequest,
  ): Promise<AgencyNoticeResponse> {
    return this.queries.get(ctx, await this.notices.recordTold(ctx, id, dto));
  }
}
