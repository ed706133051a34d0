import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { RecordVisitRequest } from './dto/record-visit.request';
import { VisitService } from './visit.service';

@Controller('cases')
export class VisitsController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly visits: VisitService,
  ) {}

  @Post(':id/actions/record-visit')
  @HttpCode(200)
  @Can('case.visit')
  record(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RecordVisitRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.visits.record(tx, locked, dto));
  }
}
