import { Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../access';
import { NoticePage, NoticeResponse } from './dto/notice.response';
import { NoticeQueries } from './notice.queries';

@ApiTags('notices')
@Controller('notices')
export class NotificationController {
  constructor(private readonly notices: NoticeQueries) {}

  @Get()
  @Can('notice.read')
  @ApiOperation({ summary: '我的通知（新的在前）' })
  @ApiOkResponse({ type: NoticePage })
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<NoticePage> {
    return this.notices.list(ctx, query);
  }

  @Post(':id/actions/read')
  @HttpCode(200)
  @Can('notice.read')
  @ApiOperation({ summary: '标为已读' })
  @ApiOkResponse({ type: NoticeResponse })
  read(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<NoticeResponse> {
    return this.notices.markRead(ctx, id);
  }

  @Post(':id/actions/acknowledge')
  @HttpCode(200)
  @Can('notice.read')
  @ApiOperation({ summary: '收到：确认一条紧急消息，不再往下转' })
  @ApiOkResponse({ type: NoticeResponse })
  acknowledge(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<NoticeResponse> {
    return this.notices.acknowledge(ctx, id);
  }
}
