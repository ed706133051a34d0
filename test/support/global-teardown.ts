import { readFileSync, rmSync } from 'node:fs';
import type { EmbeddedPostgres } from '@tonghu/backend/platform/embedded';
import { type Shared, SHARED_FILE } from './shared';

// eslint-disable-next-line no-restricted-syntax -- jest asks for a default export
export default async function globalTeardown(): Promise<void> {
  await (globalThis as { tonghuServer?: EmbeddedPostgres }).tonghuServer?.stop();
  const { dataDir, demoDir } = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
  rmSync(dataDir, { recursive: true, force: true });
  if (demoDir !== undefined) rmSync(demoDir, { recursive: true, force: true });
  rmSync(SHARED_FILE, { force: true });
}
