import { Controller, type MessageEvent, Req, Sse } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Observable } from 'rxjs';
import { NotSignedIn, type RequestContext } from '../../kernel';
import { header, type HttpRequest } from '../../platform/http';
import { Can, Ctx } from '../access';
import { ChangeStream } from './change-stream';

@ApiTags('stream')
@Controller('stream')
export class StreamController {
  constructor(private readonly stream: ChangeStream) {}

  @Sse()
  @Can('stream.read')
  @ApiOperation({ summary: '界面更新：event: changed（记录有变化）与 event: resync（请重新读取）' })
  open(@Ctx() ctx: RequestContext, @Req() request: HttpRequest): Observable<MessageEvent> {
    const sessionId = request.tonghu?.sessionId;
    if (sessionId === undefined) throw new NotSignedIn();
    return this.stream.open({ ctx, sessionId, isReconnect: header(request, 'last-event-id') !== undefined });
  }
}
