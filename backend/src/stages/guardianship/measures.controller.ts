import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { MeasureKindResponse } from './dto/measure-kind.response';
import {
  DecideMeasureRequest,
  EndMeasureRequest,
  ExtendMeasureRequest,
  IssueMeasureRequest,
  ServeMeasureRequest,
} from './dto/measure.request';
import { MeasureSteps } from './measure-steps.service';
import { MeasureService } from './measure.service';

@Controller()
export class MeasuresController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly measures: MeasureService,
    private readonly steps: MeasureSteps,
  ) {}

  /** The escalation ladder, each line with how this person may record it. */
  @Get('measure-kinds')
  @Can('case.measure')
  ladder(@Ctx() ctx: RequestContext): MeasureKindResponse[] {
    return this.measures.ladderFor(ctx);
  }

  @Post('cases/:id/actions/issue-measure')
  @HttpCode(200)
  @Can('case.measure')
  issue(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: IssueMeasureRequest,
  ): Promise<CaseResponse> {
    return this.commands.runByHolder(ctx, id, (tx, locked) => this.measures.issue(tx, locked, dto));
  }

  @Post('cases/:id/actions/decide-measure')
  @HttpCode(200)
  @Can('case.measure-result')
  decide(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: DecideMeasureRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.steps.decide(tx, locked, dto));
  }

  @Post('cases/:id/actions/serve-measure')
  @HttpCode(200)
  @Can('case.measure')
  serve(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ServeMeasureRequest,
  ): Promise<CaseResponse> {
    return this.commands.runByHolder(ctx, id, (tx, locked) => this.steps.serve(tx, locked, dto));
  }

  @Post('cases/:id/actions/extend-measure')
  @HttpCode(200)
  @Can('case.measure-result')
  extend(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ExtendMeasureRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.steps.extend(tx, locked, dto));
  }

  @Post('cases/:id/actions/end-measure')
  @HttpCode(200)
  @Can('case.measure-result')
  end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndMeasureRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.steps.end(tx, locked, dto));
  }
}
