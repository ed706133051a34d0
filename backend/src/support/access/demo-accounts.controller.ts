import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { newId, NotVisible, type RequestContext } from '../../kernel';
import { Clock, ClockMover } from '../../platform/database';
import { AuditLog } from '../audit';
import { Commands } from '../commands';
import { Can, CanAnyone, Ctx } from './access.decorators';
import { DemoAccounts } from './demo-accounts';
import { AdvanceClockRequest } from './dto/demo.request';
import { DemoAccountResponse, DemoClockResponse } from './dto/demo.response';
import { InstallationKind } from './installation-kind';

/** What exists only where all data are invented: accounts to try, and a clock that can be moved. */
@Controller('demo')
export class DemoController {
  constructor(
    private readonly demo: DemoAccounts,
    private readonly installation: InstallationKind,
    private readonly commands: Commands,
    private readonly audit: AuditLog,
    private readonly mover: ClockMover,
    private readonly clock: Clock,
  ) {}

  /** Accounts of the demo with their passwords; any other installation knows no such address. */
  @Get('accounts')
  @CanAnyone('the login page of a demo lists its accounts; 404 elsewhere')
  async accounts(): Promise<DemoAccountResponse[]> {
    if ((await this.installation.get()) !== 'demo') throw new NotVisible();
    return this.demo.list();
  }

  /** Moves the clock forward and lets happen what falls due; a repeat of the same key moves nothing. */
  @Post('clock')
  @HttpCode(200)
  @Can('demo.clock')
  async advance(
    @Ctx() ctx: RequestContext,
    @Body() { advanceMinutes }: AdvanceClockRequest,
  ): Promise<DemoClockResponse> {
    if ((await this.installation.get()) === 'real') throw new NotVisible();
    const attempt = newId();
    const winner = await this.commands.run(ctx, (tx) => {
      this.audit.record(tx, { action: 'demo.clock', subjectKind: 'list', detail: { advanceMinutes } });
      return Promise.resolve(attempt);
    });
    const now = winner === attempt ? await this.mover.advance(advanceMinutes) : this.clock.now();
    return { now: now.toISOString() };
  }
}
