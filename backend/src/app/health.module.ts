import { Controller, Get, Header, HttpCode, Module } from '@nestjs/common';
import { DomainError } from '../kernel';
import { AppDatabase, Clock } from '../platform/database';
import { OutboxStatus } from '../platform/outbox';
import { CanAnyone } from '../support/access';
import { InvariantChecker } from '../support/invariants';
import { Drain } from './drain';

class HealthResponse {
  status: 'ok';
}

/** Liveness and readiness for operators and load balancers; nothing about people or places. */
@Controller({ path: 'health' })
export class HealthController {
  constructor(
    private readonly database: AppDatabase,
    private readonly drain: Drain,
  ) {}

  @Get('live')
  @HttpCode(200)
  @CanAnyone('liveness')
  live(): HealthResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @CanAnyone('readiness')
  async ready(): Promise<HealthResponse> {
    const up =
      !this.drain.isDraining &&
      (await this.database.dataSource.query('SELECT 1').then(
        () => true,
        () => false,
      ));
    if (!up) throw new DomainError('NOT_READY', 503, '还没有准备好', '系统正在启动或停止，请稍候。', 'debug');
    return { status: 'ok' };
  }
}

/** Figures for monitoring, in the Prometheus text format. */
@Controller({ path: 'metrics' })
export class MetricsController {
  private readonly startedAt = performance.now();

  constructor(
    private readonly clock: Clock,
    private readonly outbox: OutboxStatus,
    private readonly invariants: InvariantChecker,
  ) {}

  @Get()
  @CanAnyone('metrics carry counts only')
  @Header('Content-Type', 'text/plain; version=0.0.4; charset=utf-8')
  async metrics(): Promise<string> {
    const memory = process.memoryUsage();
    const lines: [string, string, number][] = [
      ['process_uptime_seconds', 'gauge', Math.round((performance.now() - this.startedAt) / 1000)],
      ['process_resident_memory_bytes', 'gauge', memory.rss],
      ['nodejs_heap_used_bytes', 'gauge', memory.heapUsed],
      ['tonghu_clock_seconds', 'gauge', Math.round(this.clock.now().getTime() / 1000)],
    ];
    // Nothing but what is shown: anybody may ask, as often as they like.
    const stored = await Promise.all([this.outbox.summary(), this.invariants.states()]).catch(
      () => undefined,
    );
    const [outbox, invariants] = stored ?? [undefined, []];
    lines.push(['tonghu_database_up', 'gauge', outbox === undefined ? 0 : 1]);
    if (outbox !== undefined)
      lines.push(
        ['tonghu_outbox_dead', 'gauge', outbox.dead],
        ['tonghu_outbox_oldest_pending_seconds', 'gauge', outbox.oldestPendingSeconds],
      );
    const broken = invariants.map(({ id, broken: n }) => `tonghu_invariant_broken{invariant="${id}"} ${n}\n`);
    return [
      ...lines.map(([name, type, value]) => `# TYPE ${name} ${type}\n${name} ${value}\n`),
      '# TYPE tonghu_invariant_broken gauge\n',
      ...broken,
    ].join('');
  }
}

@Module({
  controllers: [HealthController, MetricsController],
  providers: [Drain],
  exports: [Drain],
})
export class HealthModule {}
