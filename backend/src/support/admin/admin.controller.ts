import { Controller, Get } from '@nestjs/common';
import type { RequestContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { Can, Ctx } from '../access';
import { AuditLog } from '../audit';
import { DeadlineRuleQueries } from './deadline-rule.queries';
import { AdminSystemResponse, DeadlineRulesResponse } from './dto/admin.response';
import { SystemFigures } from './system-figures';

@Controller('admin')
export class AdminController {
  constructor(
    private readonly figures: SystemFigures,
    private readonly rules: DeadlineRuleQueries,
    private readonly database: AppDatabase,
    private readonly audit: AuditLog,
  ) {}

  /** Whether the installation works: outbox, clocks, calendar. Counts only. */
  @Get('system')
  @Can('admin.read')
  async system(@Ctx() ctx: RequestContext): Promise<AdminSystemResponse> {
    await this.record(ctx, 'admin.system');
    return this.figures.read();
  }

  /** Every clock the system knows, with its source. */
  @Get('deadline-rules')
  @Can('admin.read')
  async deadlineRules(@Ctx() ctx: RequestContext): Promise<DeadlineRulesResponse> {
    await this.record(ctx, 'admin.deadline-rules');
    return { data: await this.rules.all() };
  }

  private async record(ctx: RequestContext, action: string): Promise<void> {
    await this.database.inTransaction(ctx, (tx) => {
      this.audit.record(tx, { action, subjectKind: 'list' });
      return Promise.resolve();
    });
  }
}
