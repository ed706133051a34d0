import type { AppConfig } from '../config';
import { MasterKeys } from '../platform/crypto';
import { createDataSource } from '../platform/database';
import { EmbeddedPostgres } from '../platform/embedded';
import { findBroken } from '../support/invariants';
import { ALL_INVARIANTS } from './invariants';
import { roleUrl } from './prepare-database';

/**
 * Looks at every invariant of an installation that runs or rests, reading only, and says a line for each. Returns how many
 * are broken.
 */
export async function checkInvariants(config: AppConfig, say: (line: string) => void): Promise<number> {
  const embedded =
    config.DATABASE_URL === undefined
      ? await EmbeddedPostgres.start({ dataDir: config.dataDir, log: () => undefined })
      : undefined;
  const masters = await MasterKeys.open(config.keyDir, config.MASTER_KEY_FILE);
  const url = roleUrl(config.DATABASE_URL ?? embedded?.url ?? '', masters, 'tonghu_worker');
  const worker = createDataSource({ url, max: 1, applicationName: 'tonghu-check', entities: [] });
  try {
    await worker.initialize();
    const [clock] = await worker.query<{ now: Date }[]>(
      `SELECT clock_timestamp() + clock_offset_ms * interval '1 millisecond' AS now FROM installation`,
    );
    if (clock === undefined) throw new Error('数据库里还没有安装记录。怎么办：先执行一次 npm start');
    const findings = await findBroken(ALL_INVARIANTS, (sql, values) => worker.query(sql, values), clock.now);
    for (const { id, promise, broken, examples } of findings)
      say(broken === 0 ? `✓ ${promise}` : `✗ ${promise}：${broken} 条不符（${id}：${examples.join('，')}）`);
    return findings.filter(({ broken }) => broken > 0).length;
  } finally {
    await worker.destroy().catch(() => undefined);
    await embedded?.stop();
  }
}
