import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { RecordGuidanceRequest } from './dto/record-guidance.request';
import { CancelServiceRequest, CompleteServiceRequest, StartServiceRequest } from './dto/service.request';
import { GuidanceService } from './guidance.service';
import { PlanServices } from './plan-services';

@Controller('cases')
export class ServicesController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly services: PlanServices,
    private readonly guidance: GuidanceService,
  ) {}

  @Post(':id/actions/start-service')
  @HttpCode(200)
  @Can('case.service')
  start(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: StartServiceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.services.start(tx, locked, dto));
  }

  @Post(':id/actions/complete-service')
  @HttpCode(200)
  @Can('case.service')
  complete(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CompleteServiceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.services.complete(tx, locked, dto));
  }

  @Post(':id/actions/cancel-service')
  @HttpCode(200)
  @Can('case.cancel-service')
  cancel(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CancelServiceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.services.cancel(tx, locked, dto));
  }

  @Post(':id/actions/record-guidance')
  @HttpCode(200)
  @Can('case.guidance')
  recordGuidance(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordGuidanceRequest,
  ): Promise<CaseResponse> {
    return this.commands.runByHolder(ctx, id, (tx, locked) => this.guidance.record(tx, locked, dto));
  }
}
