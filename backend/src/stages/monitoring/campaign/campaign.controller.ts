import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../../kernel';
import { IdParam } from '../../../platform/http';
import { Can, Ctx } from '../../../support/access';
import {
  CloseCampaignRequest,
  DrawUpCampaignRequest,
  ExtendCampaignRequest,
  PublishCampaignRequest,
  WithdrawCampaignRequest,
} from '../dto/campaign.request';
import { CampaignPage, CampaignResponse } from '../dto/campaign.response';
import { CampaignQueries } from './campaign.queries';
import { CampaignService } from './campaign.service';

/** 重点时段排查. */
@Controller('campaigns')
export class CampaignController {
  constructor(
    private readonly campaigns: CampaignService,
    private readonly queries: CampaignQueries,
  ) {}

  @Get()
  @Can('campaign.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<CampaignPage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('campaign.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<CampaignResponse> {
    return this.queries.get(ctx, id);
  }

  /** 起草. */
  @Post()
  @Can('campaign.manage')
  async create(@Ctx() ctx: RequestContext, @Body() dto: DrawUpCampaignRequest): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.create(ctx, dto));
  }

  @Post(':id/actions/revise')
  @HttpCode(200)
  @Can('campaign.manage')
  async revise(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: DrawUpCampaignRequest,
  ): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.revise(ctx, id, dto));
  }

  @Post(':id/actions/publish')
  @HttpCode(200)
  @Can('campaign.manage')
  async publish(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: PublishCampaignRequest,
  ): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.publish(ctx, id));
  }

  @Post(':id/actions/withdraw')
  @HttpCode(200)
  @Can('campaign.manage')
  async withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: WithdrawCampaignRequest,
  ): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.withdraw(ctx, id, dto));
  }

  @Post(':id/actions/extend')
  @HttpCode(200)
  @Can('campaign.manage')
  async extend(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ExtendCampaignRequest,
  ): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.extend(ctx, id, dto));
  }

  @Post(':id/actions/close')
  @HttpCode(200)
  @Can('campaign.manage')
  async close(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CloseCampaignRequest,
  ): Promise<CampaignResponse> {
    return this.queries.get(ctx, await this.campaigns.close(ctx, id, dto));
  }
}
