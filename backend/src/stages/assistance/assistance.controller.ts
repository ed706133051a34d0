import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { ApprovePlanRequest, ReturnPlanRequest } from './dto/decide-plan.request';
import { MakePlanRequest } from './dto/make-plan.request';
import { ReviewPlanRequest } from './dto/review-plan.request';
import { PlanReviewService } from './plan-review.service';
import { PlanService } from './plan.service';

@Controller('cases')
export class AssistanceController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly plans: PlanService,
    private readonly reviews: PlanReviewService,
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

  @Post(':id/actions/approve-plan')
  @HttpCode(200)
  @Can('case.approve-plan')
  approvePlan(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ApprovePlanRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.plans.approve(tx, locked, dto));
  }

  @Post(':id/actions/return-plan')
  @HttpCode(200)
  @Can('case.approve-plan')
  returnPlan(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnPlanRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.plans.return(tx, locked, dto));
  }

  @Post(':id/actions/review-plan')
  @HttpCode(200)
  @Can('case.review-plan')
  reviewPlan(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReviewPlanRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.reviews.review(tx, locked, dto));
  }
}
