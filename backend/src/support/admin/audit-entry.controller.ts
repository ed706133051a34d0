import { Controller, Get, Query } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { Can, Ctx } from '../access';
import { AuditEntryList } from './audit-entry.list';
import { AuditEntryPage } from './dto/audit.response';

@Controller('audit-entries')
export class AuditEntryController {
  constructor(private readonly entries: AuditEntryList) {}

  /** 操作记录, the newest first; reading it is recorded too. */
  @Get()
  @Can('audit.read')
  list(@Ctx() ctx: RequestContext, @Query() query: Record<string, unknown>): Promise<AuditEntryPage> {
    return this.entries.list(ctx, query);
  }
}
