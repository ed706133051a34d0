import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { CaseCommands } from '../case-commands';
import { CaseResponse } from '../dto/case.response';
import {
  ArchiveCaseRequest,
  RecordDeathRequest,
  RecordFollowUpRequest,
  ReopenCaseRequest,
  ResumeCaseRequest,
  ReviewDeathRequest,
  SuspendCaseRequest,
} from '../dto/lifecycle.request';
import { ArchiveService } from './archive.service';
import { DeathService } from './death.service';
import { FollowUpService } from './follow-up.service';
import { ReopenService } from './reopen.service';
import { SuspensionService } from './suspension.service';

/** How a case rests, is followed up, comes back and ends for good. Closing is in case.controller.ts, moving in desk/transfers. */
@Controller('cases')
export class LifecycleController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly followUps: FollowUpService,
    private readonly suspensions: SuspensionService,
    private readonly reopening: ReopenService,
    private readonly deaths: DeathService,
    private readonly archives: ArchiveService,
  ) {}

  @Post(':id/actions/record-follow-up')
  @HttpCode(200)
  @Can('case.visit')
  recordFollowUp(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordFollowUpRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.followUps.record(tx, locked, dto));
  }

  @Post(':id/actions/suspend')
  @HttpCode(200)
  @Can('case.suspend')
  suspend(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: SuspendCaseRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.suspensions.suspend(tx, locked, dto));
  }

  @Post(':id/actions/resume')
  @HttpCode(200)
  @Can('case.suspend')
  resume(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ResumeCaseRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.suspensions.resume(tx, locked, dto));
  }

  @Post(':id/actions/reopen')
  @HttpCode(200)
  @Can('case.reopen')
  reopen(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReopenCaseRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.reopening.reopen(tx, locked, dto));
  }

  @Post(':id/actions/record-death')
  @HttpCode(200)
  @Can('case.record-death')
  recordDeath(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordDeathRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.deaths.record(tx, locked, dto));
  }

  @Post(':id/actions/review-death')
  @HttpCode(200)
  @Can('case.review-death')
  reviewDeath(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReviewDeathRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.deaths.review(tx, locked, dto));
  }

  @Post(':id/actions/archive')
  @HttpCode(200)
  @Can('case.archive')
  archive(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ArchiveCaseRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.archives.archive(tx, locked, dto));
  }
}
