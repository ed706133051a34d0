import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { AssessmentReviewService } from './assessment-review.service';
import { AssessmentService } from './assessment.service';
import { AssessRequest } from './dto/assess.request';
import { ChangeUrgencyRequest } from './dto/change-urgency.request';
import { ConfirmAssessmentRequest } from './dto/confirm-assessment.request';
import { UrgencyService } from './urgency.service';

@Controller('cases')
export class AssessmentsController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly assessments: AssessmentService,
    private readonly reviews: AssessmentReviewService,
    private readonly urgencies: UrgencyService,
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

  @Post(':id/actions/confirm-assessment')
  @HttpCode(200)
  @Can('case.confirm-assessment')
  confirm(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConfirmAssessmentRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.reviews.confirm(tx, locked, dto));
  }

  @Post(':id/actions/change-urgency')
  @HttpCode(200)
  @Can('case.urgency')
  changeUrgency(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ChangeUrgencyRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.urgencies.change(tx, locked, dto));
  }
}
