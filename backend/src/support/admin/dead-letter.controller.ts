import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ActionRefused, type RequestContext } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { IdParam } from '../../platform/http';
import { DeadLetters } from '../../platform/outbox';
import { Can, Ctx } from '../access';
import { AuditLog } from '../audit';
import { Commands } from '../commands';
import { DeadLettersResponse, RedrivenResponse } from './dto/dead-letter.response';

const SHOWN = 100;

/** 失败待查: messages that were tried as often as there are tries. Names of steps and errors, nothing of what they are about. */
@Controller('admin/dead-letters')
export class DeadLetterController {
  constructor(
    private readonly letters: DeadLetters,
    private readonly database: AppDatabase,
    private readonly commands: Commands,
    private readonly audit: AuditLog,
  ) {}

  @Get()
  @Can('admin.read')
  async list(@Ctx() ctx: RequestContext): Promise<DeadLettersResponse> {
    await this.database.inTransaction(ctx, (tx) => {
      this.audit.record(tx, { action: 'admin.dead-letters', subjectKind: 'list' });
      return Promise.resolve();
    });
    const rows = await this.letters.list(SHOWN);
    return { data: rows.map((row) => ({ ...row, createdAt: row.createdAt.toISOString() })) };
  }

  /** 重新投递, after its cause was mended; the handler tolerates any repeat. */
  @Post(':id/actions/redrive')
  @HttpCode(200)
  @Can('admin.redrive')
  async redrive(@Ctx() ctx: RequestContext, @IdParam() id: string): Promise<RedrivenResponse> {
    // The audit first: a restart in between leaves the letter where it is, and the person asks again.
    await this.commands.run(
      ctx,
      (tx) => {
        this.audit.record(tx, { action: 'admin.redrive', subjectKind: 'delivery', subjectId: id });
        return Promise.resolve(id);
      },
      id,
    );
    if (!(await this.letters.redrive(id)))
      throw new ActionRefused('这条消息已经重新投递，或者已经送达。请刷新页面。');
    return { id };
  }
}
