import { Body, Controller, Get, HttpCode, Post, Query, Res } from '@nestjs/common';
import type { RequestContext } from '../kernel';
import { IdParam, NoFieldsRequest } from '../platform/http';
import { Can, Ctx } from '../support/access';
import { AssignmentService } from './assignment.service';
import { CaseCommands } from './case-commands';
import { CaseList } from './case-list';
import { CaseQueries } from './case.queries';
import { ClosingService } from './closing.service';
import { AssignRequest } from './dto/assign.request';
import { CasePage, CaseResponse } from './dto/case.response';
import { EndorseClosingRequest, RequestClosingRequest, ReturnClosingRequest } from './dto/closing.request';

/** The part of a reply both HTTP adapters share. */
interface Reply {
  header(name: string, value: string): unknown;
}

@Controller('cases')
export class CaseController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly queries: CaseQueries,
    private readonly cases: CaseList,
    private readonly assignment: AssignmentService,
    private readonly closing: ClosingService,
  ) {}

  @Get()
  @Can('case.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<CasePage> {
    return this.cases.list(ctx, query);
  }

  @Get(':id')
  @Can('case.read')
  async get(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<CaseResponse> {
    const view = await this.queries.get(ctx, id);
    reply.header('ETag', `"v${view.version}"`);
    return view;
  }

  @Post(':id/actions/assign')
  @HttpCode(200)
  @Can('case.assign')
  assign(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: AssignRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.assignment.assign(tx, locked, dto));
  }

  @Post(':id/actions/request-closing')
  @HttpCode(200)
  @Can('case.request-closing')
  requestClosing(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: RequestClosingRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.closing.request(tx, locked, dto));
  }

  @Post(':id/actions/sign-closing')
  @HttpCode(200)
  @Can('case.sign-closing')
  signClosing(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() _dto: NoFieldsRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.closing.sign(tx, locked));
  }

  @Post(':id/actions/endorse-closing')
  @HttpCode(200)
  @Can('case.endorse-closing')
  endorseClosing(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndorseClosingRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.closing.endorse(tx, locked, dto));
  }

  @Post(':id/actions/return-closing')
  @HttpCode(200)
  @Can('case.return-closing')
  returnClosing(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnClosingRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.closing.return(tx, locked, dto));
  }
}
