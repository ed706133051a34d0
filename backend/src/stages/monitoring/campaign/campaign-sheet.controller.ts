import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../../kernel';
import { IdParam } from '../../../platform/http';
import { Can, Ctx } from '../../../support/access';
import {
  AddScreenedChildRequest,
  RecordScreeningRequest,
  ReportScreeningRequest,
  ReturnSheetRequest,
  SignSheetRequest,
  SubmitSheetRequest,
} from '../dto/campaign-sheet.request';
import { CampaignSheetPage, CampaignSheetResponse } from '../dto/campaign.response';
import { CampaignFindings } from './campaign-findings';
import { CampaignScreening } from './campaign-screening';
import { CampaignSheetQueries } from './campaign-sheet.queries';
import { CampaignSheetService } from './campaign-sheet.service';

/** 村级排查表: child by child in the village, then up the line. */
@Controller('campaign-sheets')
export class CampaignSheetController {
  constructor(
    private readonly sheets: CampaignSheetService,
    private readonly screening: CampaignScreening,
    private readonly findings: CampaignFindings,
    private readonly queries: CampaignSheetQueries,
  ) {}

  @Get()
  @Can('campaign.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<CampaignSheetPage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('campaign.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/record-child')
  @HttpCode(200)
  @Can('campaign.work')
  async recordChild(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordScreeningRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.screening.record(ctx, id, dto));
  }

  @Post(':id/actions/add-child')
  @HttpCode(200)
  @Can('campaign.work')
  async addChild(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AddScreenedChildRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.screening.add(ctx, id, dto));
  }

  /** 转为报告: files a report at the front door, with the child as the sheet knows it. */
  @Post(':id/actions/report-finding')
  @HttpCode(200)
  @Can('watch.report')
  async reportFinding(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReportScreeningRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.findings.report(ctx, id, dto));
  }

  @Post(':id/actions/submit')
  @HttpCode(200)
  @Can('campaign.work')
  async submit(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: SubmitSheetRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.sheets.submit(ctx, id, dto));
  }

  @Post(':id/actions/sign')
  @HttpCode(200)
  @Can('campaign.manage')
  async sign(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: SignSheetRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.sheets.sign(ctx, id));
  }

  @Post(':id/actions/return')
  @HttpCode(200)
  @Can('campaign.manage')
  async return(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnSheetRequest,
  ): Promise<CampaignSheetResponse> {
    return this.queries.get(ctx, await this.sheets.return(ctx, id, dto));
  }
}
