import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { CompleteServiceRequest } from './dto/complete-service.request';
import { PlanServices } from './plan-services';

@Controller('cases')
export class ServicesController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly services: PlanServices,
  ) {}

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
}
