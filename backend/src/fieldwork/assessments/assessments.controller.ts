import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { AssessmentService } from './assessment.service';
import { AssessRequest } from './dto/assess.request';

@Controller('cases')
export class AssessmentsController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly assessments: AssessmentService,
  ) {}

  @Post(':id/actions/assess')
  @HttpCode(200)
  @Can('case.assess')
  assess(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AssessRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.assessments.assess(tx, locked, dto));
  }
}
