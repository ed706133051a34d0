import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import {
  EndGuardianshipRequest,
  OpenGuardianshipRequest,
  RecordGuardianDutyRequest,
} from './dto/measure.request';
import { GuardianshipService } from './guardianship.service';

@Controller()
export class GuardianshipController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly guardianship: GuardianshipService,
  ) {}

  @Post('cases/:id/actions/open-guardianship')
  @HttpCode(200)
  @Can('case.guardianship')
  open(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: OpenGuardianshipRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.guardianship.open(tx, locked, dto));
  }

  @Post('cases/:id/actions/end-guardianship')
  @HttpCode(200)
  @Can('case.guardianship')
  end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndGuardianshipRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.guardianship.end(tx, locked, dto));
  }

  @Post('cases/:id/actions/record-guardian-duty')
  @HttpCode(200)
  @Can('case.guardian-duty')
  recordDuty(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordGuardianDutyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.guardianship.recordDuty(tx, locked, dto));
  }
}
