// `npm run backup`, `npm run restore`: runs what is built and builds nothing, so that a timer changes no program.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './ensure.mjs';
import { loadSettings, run } from './launch-main.mjs';
import { requireNode } from './node-version.mjs';

requireNode();
loadSettings();
if (existsSync(join(ROOT, 'backend/dist/cli/backup.js'))) {
  process.exitCode = await run('cli/backup.js', process.argv.slice(2));
} else {
  console.error('✗ 程序还没有构建。怎么办：npm run build');
  process.exitCode = 1;
}
