import { Body, Controller, Delete, Get, HttpCode, Param, Put, Query } from '@nestjs/common';
import { NotVisible, type RequestContext } from '../../kernel';
import { Can, Ctx } from '../access';
import { DraftService } from './draft.service';
import { SaveDraftRequest } from './dto/draft.request';
import { DraftResponse, SavedDraftResponse } from './dto/draft.response';

@Controller('drafts')
export class DraftsController {
  constructor(private readonly drafts: DraftService) {}

  /** The own draft; `body` is null when there is none. */
  @Get(':kind')
  @Can('draft.write')
  async get(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @Query('subjectId') subjectId?: string,
  ): Promise<DraftResponse> {
    const draft = await this.drafts.find(ctx, kind, requireSubject(subjectId));
    return draft ?? { body: null, version: 0, updatedAt: null };
  }

  /** Saves what was typed; 412 with the newer draft when another window saved first. */
  @Put(':kind')
  @Can('draft.write')
  async save(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @Body() dto: SaveDraftRequest,
    @Query('subjectId') subjectId?: string,
  ): Promise<SavedDraftResponse> {
    const subject = dto.subjectId ?? requireSubject(subjectId);
    const { version, updatedAt } = await this.drafts.save(
      ctx,
      kind,
      subject,
      dto.body,
      dto.baseVersion ?? null,
    );
    return { version, updatedAt };
  }

  @Delete(':kind')
  @HttpCode(204)
  @Can('draft.write')
  discard(
    @Ctx() ctx: RequestContext,
    @Param('kind') kind: string,
    @Query('subjectId') subjectId?: string,
  ): Promise<void> {
    return this.drafts.discard(ctx, kind, requireSubject(subjectId));
  }
}

function requireSubject(subjectId: unknown): string | undefined {
  if (subjectId === undefined || subjectId === '') return undefined;
  if (typeof subjectId === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(subjectId))
    return subjectId.toLowerCase();
  throw new NotVisible();
}
