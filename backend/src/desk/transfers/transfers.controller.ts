import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CaseCommands, CaseResponse, TransferResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { ReferenceData } from '../../support/reference';
import { destinationsFrom } from './destinations';
import {
  AcceptTransferRequest,
  CompleteTransferRequest,
  RecordTransferReplyRequest,
  RefuseTransferRequest,
  RequestTransferRequest,
  WithdrawTransferRequest,
} from './dto/transfer.request';
import { DestinationsResponse, TransferPage } from './dto/transfer.response';
import { TransferAnswers } from './transfer-answers.service';
import { TransferQueries } from './transfer.queries';
import { TransferService } from './transfer.service';

/** The sender's side: actions of the case. */
@Controller('cases')
export class CaseTransferController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly transfers: TransferService,
  ) {}

  @Post(':id/actions/request-transfer')
  @HttpCode(200)
  @Can('case.transfer')
  request(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RequestTransferRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.transfers.request(tx, locked, dto));
  }

  @Post(':id/actions/record-transfer-reply')
  @HttpCode(200)
  @Can('case.transfer')
  recordReply(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordTransferReplyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.transfers.recordReply(tx, locked, dto));
  }

  @Post(':id/actions/withdraw-transfer')
  @HttpCode(200)
  @Can('case.transfer')
  withdraw(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: WithdrawTransferRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.transfers.withdraw(tx, locked, dto));
  }

  @Post(':id/actions/complete-transfer')
  @HttpCode(200)
  @Can('case.transfer')
  complete(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CompleteTransferRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.transfers.complete(tx, locked, dto));
  }
}

/** 转出转入: both sides' list, and the receiver's answer. */
@Controller('case-transfers')
export class TransfersController {
  constructor(
    private readonly answers: TransferAnswers,
    private readonly queries: TransferQueries,
    private readonly reference: ReferenceData,
  ) {}

  @Get()
  @Can('case-transfer.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<TransferPage> {
    return this.queries.list(ctx, query);
  }

  @Get('destinations')
  @Can('case-transfer.read')
  destinations(@Ctx() ctx: RequestContext): DestinationsResponse {
    return { data: destinationsFrom(this.reference, ctx.actor.districtCode) };
  }

  @Get(':id')
  @Can('case-transfer.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<TransferResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/accept')
  @HttpCode(200)
  @Can('case-transfer.answer')
  async accept(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AcceptTransferRequest,
  ): Promise<TransferResponse> {
    return this.queries.get(ctx, await this.answers.accept(ctx, id, dto));
  }

  @Post(':id/actions/refuse')
  @HttpCode(200)
  @Can('case-transfer.answer')
  async refuse(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RefuseTransferRequest,
  ): Promise<TransferResponse> {
    return this.queries.get(ctx, await this.answers.refuse(ctx, id, dto));
  }
}
