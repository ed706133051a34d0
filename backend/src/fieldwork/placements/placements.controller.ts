import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { CaseCommands, CaseResponse } from '../../casefile';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../../support/access';
import { NotifyReturnRequest, ReturnHomeRequest } from './dto/handover.request';
import {
  EndPlacementRequest,
  MovePlacementRequest,
  PlaceChildRequest,
  ReviewPlacementRequest,
} from './dto/placement.request';
import { PlacementService } from './placement.service';
import { ReturnHomeService } from './return-home.service';

@Controller('cases')
export class PlacementsController {
  constructor(
    private readonly commands: CaseCommands,
    private readonly placements: PlacementService,
    private readonly returns: ReturnHomeService,
  ) {}

  @Post(':id/actions/place-child')
  @HttpCode(200)
  @Can('case.place')
  place(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: PlaceChildRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.placements.place(tx, locked, dto));
  }

  @Post(':id/actions/move-placement')
  @HttpCode(200)
  @Can('case.place')
  move(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: MovePlacementRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.placements.move(tx, locked, dto));
  }

  @Post(':id/actions/review-placement')
  @HttpCode(200)
  @Can('case.review-placement')
  review(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReviewPlacementRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.placements.review(tx, locked, dto));
  }

  @Post(':id/actions/end-placement')
  @HttpCode(200)
  @Can('case.place')
  end(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: EndPlacementRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.placements.end(tx, locked, dto));
  }

  @Post(':id/actions/notify-return')
  @HttpCode(200)
  @Can('case.return-home')
  notifyReturn(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: NotifyReturnRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.returns.notify(tx, locked, dto));
  }

  @Post(':id/actions/return-home')
  @HttpCode(200)
  @Can('case.return-home')
  returnHome(
    @Ctx() ctx: RequestContext,
    @IdParam() id: string,
    @Body() dto: ReturnHomeRequest,
  ): Promise<CaseResponse> {
    return this.commands.run(ctx, id, (tx, locked) => this.returns.returnHome(tx, locked, dto));
  }
}
