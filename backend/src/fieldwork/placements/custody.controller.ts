import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { CustodyService } from './custody.service';
import { DecideCustodyRequest, EndCustodyRequest, ExtendCustodyRequest } from './dto/custody.request';
import { RecordHandoverRequest, RecordPoliceReportRequest } from './dto/handover.request';
import { RecordMedicalRequest } from './dto/medical.request';
import { HandoverService } from './handover.service';
import { MedicalService } from './medical.service';

/** What comes before and beside a placement: doctor, hand-over, custody. */
@Controller('cases')
export class CustodyController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly medical: MedicalService,
    private readonly handovers: HandoverService,
    private readonly custody: CustodyService,
  ) {}

  @Post(':id/actions/record-medical')
  @HttpCode(200)
  @Can('case.medical')
  recordMedical(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordMedicalRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.medical.record(tx, locked, dto));
  }

  @Post(':id/actions/record-handover')
  @HttpCode(200)
  @Can('case.handover')
  recordHandover(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordHandoverRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.handovers.record(tx, locked, dto));
  }

  @Post(':id/actions/record-police-report')
  @HttpCode(200)
  @Can('case.handover')
  recordPoliceReport(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordPoliceReportRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.handovers.recordPoliceReport(tx, locked, dto));
  }

  @Post(':id/actions/decide-custody')
  @HttpCode(200)
  @Can('case.custody')
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: DecideCustodyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.custody.decide(tx, locked, dto));
  }

  @Post(':id/actions/extend-custody')
  @HttpCode(200)
  @Can('case.custody')
  extend(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ExtendCustodyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.custody.extend(tx, locked, dto));
  }

  @Post(':id/actions/end-custody')
  @HttpCode(200)
  @Can('case.custody')
  end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndCustodyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.custody.end(tx, locked, dto));
  }
}
