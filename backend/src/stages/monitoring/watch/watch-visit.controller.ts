import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '../../../kernel';
import { IdParam } from '../../../platform/http';
import { Can, Ctx } from '../../../support/access';
import {
  EndCareRequest,
  RecordCareRequest,
  RecordContactRequest,
  RecordUnfitCarerRequest,
} from '../dto/watch-care.request';
import { ReportFindingRequest } from '../dto/watch-finding.request';
import { PlanVisitRequest, RecordWatchVisitRequest } from '../dto/watch.request';
import { WatchItemResponse } from '../dto/watch.response';
import { CareService } from './care.service';
import { FindingService } from './finding.service';
import { WatchItemService } from './watch-item.service';
import { WatchVisits } from './watch-visits';
import { WatchQueries } from './watch.queries';

/** 监测对象: what is done with the child itself, by the three levels alike. */
@Controller('watch-items')
export class WatchVisitController {
  constructor(
    private readonly visits: WatchVisits,
    private readonly care: CareService,
    private readonly findings: FindingService,
    private readonly items: WatchItemService,
    private readonly queries: WatchQueries,
  ) {}

  @Post(':id/actions/record-visit')
  @HttpCode(200)
  @Can('watch.visit')
  async recordVisit(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordWatchVisitRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.visits.record(ctx, id, dto));
  }

  @Post(':id/actions/plan-visit')
  @HttpCode(200)
  @Can('watch.visit')
  async planVisit(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: PlanVisitRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.planVisit(ctx, id, dto));
  }

  /** 转为报告: files a report at the front door; the child stays watched. */
  @Post(':id/actions/report-finding')
  @HttpCode(200)
  @Can('watch.report')
  async reportFinding(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReportFindingRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.findings.report(ctx, id, dto));
  }

  @Post(':id/actions/record-care')
  @HttpCode(200)
  @Can('watch.visit')
  async recordCare(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordCareRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.care.record(ctx, id, dto));
  }

  @Post(':id/actions/record-unfit-carer')
  @HttpCode(200)
  @Can('watch.visit')
  async recordUnfitCarer(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordUnfitCarerRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.care.recordUnfit(ctx, id, dto));
  }

  @Post(':id/actions/end-care')
  @HttpCode(200)
  @Can('watch.visit')
  async endCare(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndCareRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.care.end(ctx, id, dto));
  }

  @Post(':id/actions/record-contact')
  @HttpCode(200)
  @Can('watch.visit')
  async recordContact(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordContactRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.care.recordContact(ctx, id, dto));
  }
}
