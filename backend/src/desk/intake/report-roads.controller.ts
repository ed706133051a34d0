import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { ReportResponse } from './dto/report.response';
import {
  AnswerConsultRequest,
  ConfirmScreenOutRequest,
  ConfirmTransferRequest,
  MarkDuplicateRequest,
  ProposeScreenOutRequest,
  RefuseReportTransferRequest,
  ReturnScreenOutRequest,
  ReviveReportRequest,
  TransferReportRequest,
} from './dto/report-roads.request';
import { RecordTicketRequest } from './dto/ticket.request';
import { EndingsService } from './endings.service';
import { ReportQueries } from './report.queries';
import { ScreeningService } from './screening.service';
import { TicketsService } from './tickets.service';
import { TransferService } from './transfer.service';

/** 存查: proposed by one, decided by another, revived by any. */
@Controller('reports')
export class ScreeningController {
  constructor(
    private readonly screening: ScreeningService,
    private readonly queries: ReportQueries,
  ) {}

  @Post(':id/actions/propose-screen-out')
  @HttpCode(200)
  @Can('report.screen-out')
  async propose(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ProposeScreenOutRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.screening.propose(ctx, id, dto));
  }

  @Post(':id/actions/confirm-screen-out')
  @HttpCode(200)
  @Can('report.confirm-screen-out')
  async confirm(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConfirmScreenOutRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.screening.confirm(ctx, id, dto));
  }

  @Post(':id/actions/return-screen-out')
  @HttpCode(200)
  @Can('report.confirm-screen-out')
  async returnToTriage(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnScreenOutRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.screening.returnToTriage(ctx, id, dto));
  }

  @Post(':id/actions/revive')
  @HttpCode(200)
  @Can('report.screen-out')
  async revive(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReviveReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.screening.revive(ctx, id, dto));
  }
}

/** 咨询答复, 重复报告, 移送. */
@Controller('reports')
export class ReportRoadsController {
  constructor(
    private readonly endings: EndingsService,
    private readonly transfers: TransferService,
    private readonly tickets: TicketsService,
    private readonly queries: ReportQueries,
  ) {}

  @Post(':id/actions/answer-consult')
  @HttpCode(200)
  @Can('report.answer-consult')
  async answerConsult(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AnswerConsultRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.endings.answerConsult(ctx, id, dto));
  }

  @Post(':id/actions/mark-duplicate')
  @HttpCode(200)
  @Can('report.mark-duplicate')
  async markDuplicate(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: MarkDuplicateRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.endings.markDuplicate(ctx, id, dto));
  }

  @Post(':id/actions/record-ticket')
  @HttpCode(200)
  @Can('report.ticket')
  async recordTicket(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordTicketRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.tickets.record(ctx, id, dto));
  }

  @Post(':id/actions/transfer-out')
  @HttpCode(200)
  @Can('report.transfer')
  async transferOut(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: TransferReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.transfers.send(ctx, id, dto));
  }

  @Post(':id/actions/confirm-transfer')
  @HttpCode(200)
  @Can('report.transfer')
  async confirmTransfer(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConfirmTransferRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.transfers.confirm(ctx, id, dto));
  }

  @Post(':id/actions/refuse-transfer')
  @HttpCode(200)
  @Can('report.transfer')
  async refuseTransfer(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RefuseReportTransferRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.transfers.refuse(ctx, id, dto));
  }
}
