import { Inject, Injectable } from '@nestjs/common';
import { APP_CONFIG, type AppConfig } from '../../config';
import { findLastBackup } from '../../platform/backup';
import { WorkerDatabase } from '../../platform/database';
import { OutboxStatus } from '../../platform/outbox';
import { ChannelStatus } from '../channels';
import { DeadlineStatus } from '../deadlines';
import { InvariantChecker, type InvariantState } from '../invariants';
import type { AdminSystemResponse, InvariantStateResponse } from './dto/admin.response';

interface StaticRow {
  kind: 'demo' | 'real' | 'test';
  offset_minutes: number;
  years: number[];
  districts: { code: string; name: string }[];
}

/** Numbers of the whole installation, no case content. Read by the worker role: the app role sees only what a person may. */
@Injectable()
export class SystemFigures {
  constructor(
    private readonly database: WorkerDatabase,
    private readonly outbox: OutboxStatus,
    private readonly deadlines: DeadlineStatus,
    private readonly channels: ChannelStatus,
    private readonly invariants: InvariantChecker,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  async read(): Promise<AdminSystemResponse> {
    const [row] = await this.database.dataSource.query<StaticRow[]>(
      `SELECT i.kind, (i.clock_offset_ms / 60000)::int AS offset_minutes,
              ARRAY(SELECT year FROM working_day_year ORDER BY year) AS years,
              coalesce((SELECT jsonb_agg(jsonb_build_object('code', r.code, 'name', r.name) ORDER BY r.code) FROM region r
                         WHERE r.level = 'district'), '[]') AS districts
         FROM installation i`,
    );
    if (row === undefined) throw new Error('The installation has no stamp');
    const [outbox, deadlines] = [await this.outbox.summary(), await this.deadlines.summary()];
    return {
      installation: { kind: row.kind },
      now: this.database.clock.now().toISOString(),
      clockOffsetMinutes: row.offset_minutes,
      queueBackend: this.config.REDIS_URL === undefined ? 'postgres' : 'redis',
      outbox: { ...outbox },
      deadlines: { ...deadlines },
      channels: await this.channelFigures(),
      invariants: (await this.invariants.states()).map(toResponse),
      holidayYears: row.years,
      districts: row.districts,
      lastBackupAt: (await findLastBackup(this.config.dataDir))?.at ?? null,
    };
  }

  private async channelFigures(): Promise<AdminSystemResponse['channels']> {
    const { names, ...counts } = await this.channels.summary();
    return { ...counts, names: [...names] };
  }
}

function toResponse({ checkedAt, brokenSince, examples, ...state }: InvariantState): InvariantStateResponse {
  return {
    ...state,
    examples: [...examples],
    checkedAt: checkedAt?.toISOString() ?? null,
    brokenSince: brokenSince?.toISOString() ?? null,
  };
}
