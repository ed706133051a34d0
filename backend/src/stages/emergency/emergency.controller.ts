import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { EndEmergencyRequest, OpenEmergencyRequest, RecordSafetyCheckRequest } from './dto/emergency.request';
import { EmergencyService } from './emergency.service';

@Controller('cases')
export class EmergencyController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly emergency: EmergencyService,
  ) {}

  @Post(':id/actions/open-emergency')
  @HttpCode(200)
  @Can('case.emergency')
  open(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OpenEmergencyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.emergency.open(tx, locked, dto));
  }

  @Post(':id/actions/record-safety-check')
  @HttpCode(200)
  @Can('case.safety-check')
  recordSafetyCheck(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordSafetyCheckRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.emergency.recordSafetyCheck(tx, locked, dto));
  }

  @Post(':id/actions/end-emergency')
  @HttpCode(200)
  @Can('case.emergency')
  end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndEmergencyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.emergency.end(tx, locked, dto));
  }
}
