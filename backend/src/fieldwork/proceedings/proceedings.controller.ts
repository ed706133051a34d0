import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { ProceedingKindResponse } from './dto/proceeding-kind.response';
import { RecordProceedingRequest } from './dto/proceeding.request';
import { ProceedingService } from './proceeding.service';

@Controller()
export class ProceedingsController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly proceedings: ProceedingService,
  ) {}

  /** The steps this person may record, each with the clocks it starts and stops. */
  @Get('proceeding-kinds')
  @Can('case.proceeding')
  kinds(@Ctx() ctx: RequestContext): ProceedingKindResponse[] {
    return this.proceedings.kindsFor(ctx);
  }

  @Post('cases/:id/actions/record-proceeding')
  @HttpCode(200)
  @Can('case.proceeding')
  record(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordProceedingRequest,
  ): Promise<CaseResponse> {
    return this.commands.runByHolder(ctx, id, (tx, locked) => this.proceedings.record(tx, locked, dto));
  }
}
