import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { ConferenceService } from './conference.service';
import {
  CancelConferenceRequest,
  CompleteTaskRequest,
  ConcludeConferenceRequest,
  ConveneConferenceRequest,
} from './dto/conference.request';

@Controller('cases')
export class ConferencesController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly conferences: ConferenceService,
  ) {}

  @Post(':id/actions/convene-conference')
  @HttpCode(200)
  @Can('case.conference')
  convene(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConveneConferenceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.conferences.convene(tx, locked, dto));
  }

  @Post(':id/actions/conclude-conference')
  @HttpCode(200)
  @Can('case.conference')
  conclude(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ConcludeConferenceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.conferences.conclude(tx, locked, dto));
  }

  @Post(':id/actions/cancel-conference')
  @HttpCode(200)
  @Can('case.conference')
  cancel(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CancelConferenceRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.conferences.cancel(tx, locked, dto));
  }

  @Post(':id/actions/complete-task')
  @HttpCode(200)
  @Can('case.conference-task')
  completeTask(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: CompleteTaskRequest,
  ): Promise<CaseResponse> {
    return this.commands.runByHolder(ctx, id, (tx, locked) => this.conferences.completeTask(tx, locked, dto));
  }
}
