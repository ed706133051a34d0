import { Body, Controller, Get, Put } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { IdParam } from '../../platform/http';
import { Can, Ctx } from '../access';
import { ContactService } from './contact.service';
import { DispatchQueries } from './dispatch.queries';
import { KeepContactRequest } from './dto/contact.request';
import { ContactResponse } from './dto/contact.response';
import { DispatchesResponse } from './dto/dispatch.response';

@Controller()
export class ChannelsController {
  constructor(
    private readonly contacts: ContactService,
    private readonly dispatches: DispatchQueries,
  ) {}

  /** 我的联系方式: for those who may be on duty, each their own. */
  @Get('my-contact')
  @Can('duty.serve')
  get(@Ctx() ctx: RequestContext): Promise<ContactResponse> {
    return this.contacts.get(ctx);
  }

  @Put('my-contact')
  @Can('duty.serve')
  keep(@Ctx() ctx: RequestContext, @Body() dto: KeepContactRequest): Promise<ContactResponse> {
    return this.contacts.keep(ctx, dto);
  }

  /** Over which channels an urgent message was tried. */
  @Get('notices/:id/dispatches')
  @Can('notice.read')
  ofNotice(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<DispatchesResponse> {
    return this.dispatches.ofNotice(ctx, id);
  }
}
