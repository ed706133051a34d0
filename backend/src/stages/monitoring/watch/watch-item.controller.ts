import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../../kernel';
import { IdParam } from '../../../platform/http';
import { Can, Ctx } from '../../../support/access';
import {
  LookUpChildRequest,
  ProposeWatchRequest,
  ReopenWatchRequest,
  ResubmitWatchRequest,
  ReviseWatchRequest,
} from '../dto/watch-proposal.request';
import {
  AssignWatchRequest,
  ChangeLevelRequest,
  ConfirmWatchRequest,
  EndWatchRequest,
  ExcludeWatchRequest,
  PauseWatchRequest,
  ResumeWatchRequest,
  ReturnWatchRequest,
  WithdrawWatchRequest,
} from '../dto/watch.request';
import { LookUpChildResponse, WatchItemPage, WatchItemResponse } from '../dto/watch.response';
import { ProposalService } from './proposal.service';
import { WatchItemService } from './watch-item.service';
import { WatchQueries } from './watch.queries';

/** 监测对象: the file and its way up and down the three levels. */
@Controller('watch-items')
export class WatchItemController {
  constructor(
    private readonly proposals: ProposalService,
    private readonly items: WatchItemService,
    private readonly queries: WatchQueries,
  ) {}

  @Get()
  @Can('watch.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<WatchItemPage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('watch.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<WatchItemResponse> {
    return this.queries.get(ctx, id);
  }

  /** 提出: opens the file of a child. */
  @Post()
  @Can('watch.propose')
  async propose(@Ctx() ctx: RequestContext, @Body() dto: ProposeWatchRequest): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.proposals.propose(ctx, dto));
  }

  /** 查重. A POST, because a name or number in an address ends up in logs. */
  @Post('look-up')
  @HttpCode(200)
  @Can('watch.propose')
  lookUp(@Ctx() ctx: RequestContext, @Body() dto: LookUpChildRequest): Promise<LookUpChildResponse> {
    return this.queries.lookUp(ctx, dto);
  }

  @Post(':id/actions/confirm')
  @HttpCode(200)
  @Can('watch.confirm')
  async confirm(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConfirmWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.confirm(ctx, id, dto));
  }

  @Post(':id/actions/return')
  @HttpCode(200)
  @Can('watch.confirm')
  async return(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.return(ctx, id, dto));
  }

  @Post(':id/actions/resubmit')
  @HttpCode(200)
  @Can('watch.propose')
  async resubmit(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ResubmitWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.proposals.resubmit(ctx, id, dto));
  }

  @Post(':id/actions/withdraw')
  @HttpCode(200)
  @Can('watch.propose')
  async withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: WithdrawWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.withdraw(ctx, id, dto));
  }

  @Post(':id/actions/revise')
  @HttpCode(200)
  @Can('watch.propose')
  async revise(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReviseWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.proposals.revise(ctx, id, dto));
  }

  @Post(':id/actions/change-level')
  @HttpCode(200)
  @Can('watch.confirm')
  async changeLevel(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ChangeLevelRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.changeLevel(ctx, id, dto));
  }

  @Post(':id/actions/assign')
  @HttpCode(200)
  @Can('watch.confirm')
  async assign(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AssignWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.assign(ctx, id, dto));
  }

  @Post(':id/actions/exclude')
  @HttpCode(200)
  @Can('watch.confirm')
  async exclude(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ExcludeWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.exclude(ctx, id, dto));
  }

  @Post(':id/actions/pause')
  @HttpCode(200)
  @Can('watch.confirm')
  async pause(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: PauseWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.pause(ctx, id, dto));
  }

  @Post(':id/actions/resume')
  @HttpCode(200)
  @Can('watch.confirm')
  async resume(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: ResumeWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.resume(ctx, id));
  }

  @Post(':id/actions/end')
  @HttpCode(200)
  @Can('watch.confirm')
  async end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.items.end(ctx, id, dto));
  }

  @Post(':id/actions/reopen')
  @HttpCode(200)
  @Can('watch.propose')
  async reopen(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReopenWatchRequest,
  ): Promise<WatchItemResponse> {
    return this.queries.get(ctx, await this.proposals.reopen(ctx, id, dto));
  }
}
