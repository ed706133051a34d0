import { FastifyAdapter } from '@nestjs/platform-fastify';
import { addHeaders, createApp, openPlatform, roleUrl } from '@tonghu/backend/app';
import { loadConfig } from '@tonghu/backend/config';
import { MasterKeys } from '@tonghu/backend/platform/crypto';

/**
 * One API process, as ROLE=api starts it, on the adapter of BENCH_ADAPTER and the database of BENCH_DATABASE_URL.
 * Says its address to the parent and ends with it.
 */
export async function main(): Promise<void> {
  const config = loadConfig();
  const masters = await MasterKeys.open(config.keyDir, config.MASTER_KEY_FILE);
  const ownerUrl = process.env.BENCH_DATABASE_URL ?? '';
  const parts = await openPlatform(config, masters, (role) => roleUrl(ownerUrl, masters, role));
  const app = await createApp(
    parts,
    process.env.BENCH_ADAPTER === 'fastify' ? new FastifyAdapter() : undefined,
  );
  addHeaders(app, false);
  await app.listen(0, '127.0.0.1');
  process.once('disconnect', () => void app.close().finally(() => process.exit(0)));
  process.send?.({ url: await app.getUrl() });
}
