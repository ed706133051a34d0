import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import {
  AddToReportRequest,
  CreateReportRequest,
  DiscloseReporterRequest,
  GiveFeedbackRequest,
  ReceiveReportRequest,
  RecordPoliceRequest,
} from './dto/report.request';
import {
  ReporterContactResponse,
  ReportPage,
  ReportReceiptResponse,
  ReportResponse,
} from './dto/report.response';
import { RecordFilingRequest, RetractReportRequest } from './dto/report-roads.request';
import { TriageReportRequest } from './dto/triage.request';
import { TriageProposalResponse } from './dto/triage.response';
import { FilingService } from './filing.service';
import { ReportQueries } from './report.queries';
import { ReportService } from './report.service';
import { ReporterContacts } from './reporter-contacts';
import { TriageProposals } from './triage-proposals';
import { TriageService } from './triage.service';

@Controller('reports')
export class ReportController {
  constructor(
    private readonly filing: FilingService,
    private readonly reports: ReportService,
    private readonly queries: ReportQueries,
    private readonly contacts: ReporterContacts,
  ) {}

  @Post()
  @Can('report.file')
  async file(@Ctx() ctx: RequestContext, @Body() dto: CreateReportRequest): Promise<ReportReceiptResponse> {
    const { id, receipt } = await this.filing.submit(ctx, dto);
    return receipt ?? this.queries.receipt(ctx, id);
  }

  @Get()
  @Can('report.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<ReportPage> {
    return this.queries.list(ctx, query);
  }

  @Get(':id')
  @Can('report.read')
  get(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<ReportResponse> {
    return this.queries.get(ctx, id);
  }

  @Post(':id/actions/receive')
  @HttpCode(200)
  @Can('report.receive')
  async receive(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: ReceiveReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.receive(ctx, id));
  }

  @Post(':id/actions/record-police')
  @HttpCode(200)
  @Can('report.record-police')
  async recordPolice(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordPoliceRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.recordPolice(ctx, id, dto));
  }

  @Post(':id/actions/add')
  @HttpCode(200)
  @Can('report.add')
  async add(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AddToReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.add(ctx, id, dto));
  }

  @Post(':id/actions/record-filing')
  @HttpCode(200)
  @Can('report.record-filing')
  async recordFiling(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordFilingRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.recordFiling(ctx, id, dto));
  }

  @Post(':id/actions/retract')
  @HttpCode(200)
  @Can('report.retract')
  async retract(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RetractReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.retract(ctx, id, dto));
  }

  @Post(':id/actions/feedback')
  @HttpCode(200)
  @Can('report.feedback')
  async feedback(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: GiveFeedbackRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.reports.feedback(ctx, id, dto));
  }

  @Post(':id/actions/disclose-reporter')
  @HttpCode(200)
  @Can('report.disclose-reporter')
  async disclose(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: DiscloseReporterRequest,
  ): Promise<ReporterContactResponse> {
    return this.contacts.get(ctx, await this.reports.disclose(ctx, id, dto));
  }
}

/** 分诊: the proposal the table makes, and the decision a person takes. */
@Controller('reports')
export class TriageController {
  constructor(
    private readonly service: TriageService,
    private readonly proposals: TriageProposals,
    private readonly queries: ReportQueries,
  ) {}

  @Get(':id/triage-proposal')
  @Can('report.triage')
  proposal(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<TriageProposalResponse> {
    return this.proposals.get(ctx, id);
  }

  @Post(':id/actions/triage')
  @HttpCode(200)
  @Can('report.triage')
  async triage(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: TriageReportRequest,
  ): Promise<ReportResponse> {
    return this.queries.get(ctx, await this.service.triage(ctx, id, dto));
  }
}
