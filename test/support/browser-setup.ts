import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import globalSetup from './global-setup';
import { type Shared, SHARED_FILE } from './shared';

const MAIN = resolve(__dirname, '../../backend/dist/main.js');

/** As for every other project; and one demo with its whole history, which every served console starts from a copy of. */
// eslint-disable-next-line no-restricted-syntax -- jest asks for a default export
export default async function browserSetup(): Promise<void> {
  await globalSetup();
  const demoDir = mkdtempSync(join(tmpdir(), 'tonghu-demo-'));
  const { PATH, HOME, TMPDIR } = process.env;
  execFileSync(process.execPath, [MAIN, '--reset-demo'], {
    env: { PATH, HOME, TMPDIR, INSTALLATION: 'demo', DATA_DIR: demoDir, PORT: '0', LOG_LEVEL: 'error' },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const shared = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
  writeFileSync(SHARED_FILE, JSON.stringify({ ...shared, demoDir } satisfies Shared));
}
