import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { MakePlanRequest } from './dto/make-plan.request';
import { PlanService } from './plan.service';

@Controller('cases')
export class AssistanceController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly plans: PlanService,
  ) {}

  @Post(':id/actions/make-plan')
  @HttpCode(200)
  @Can('case.plan')
  makePlan(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: MakePlanRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.plans.make(tx, locked, dto));
  }
}
