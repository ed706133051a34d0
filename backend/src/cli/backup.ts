import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { backUp, restore, verifyBackups } from '../app';
import { ConfigError, loadConfig } from '../config';
import { BackupRefused } from '../platform/backup';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const HELP = `用法：
  npm run backup  [-- --to 目录 --keys 密钥备份目录 --keep 14]   做一份备份；目录默认取 BACKUP_DIR、BACKUP_KEYS_DIR
  npm run backup  -- --verify                                   检查全部备份是否完好
  npm run restore -- --from 目录 --keys 密钥备份目录 [--at 2026-11-26T08:30:00+08:00] [--id 备份编号]
                                                                恢复到空的 DATA_DIR（或空的 DATABASE_URL）
成功时退出码为 0，否则为 1。详见 docs/operations.md 第 7 节。`;

async function main(): Promise<boolean> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      from: { type: 'string' },
      keys: { type: 'string' },
      keep: { type: 'string', default: '14' },
      at: { type: 'string' },
      id: { type: 'string' },
      verify: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    say(HELP);
    return true;
  }
  const config = loadConfig();
  const { to, from, keys, id } = values;
  if (values.verify) return verifyBackups(config, to ?? from, say);
  if (positionals[0] === 'restore') {
    await restore(config, { from, keys, id, at: instantOf(values.at), say });
    say('恢复完成。先执行 npm run doctor，启动后立即执行 npm run backup（恢复后的数据库需要一份新的备份）。');
  } else {
    await backUp(config, { to, keys, keep: countOf(values.keep), say });
  }
  return true;
}

function instantOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(text);
  // Without a zone the same words would mean another instant on another machine.
  if (!/(Z|[+-]\d\d:\d\d)$/.test(text) || Number.isNaN(at.getTime()))
    throw new BackupRefused(`--at ${text} 不是完整的时刻`, '写明时区，例如 2026-11-26T08:30:00+08:00');
  return at;
}

function countOf(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new BackupRefused(`--keep ${text} 不是份数`, '写 1 或更大的整数，例如 --keep 14');
  return count;
}

main().then(
  (isFine) => process.exit(isFine ? 0 : 1),
  (error: unknown) => {
    const isOurs = error instanceof BackupRefused || error instanceof ConfigError;
    const text =
      error instanceof Error ? (isOurs ? error.message : `${error.name}: ${error.message}`) : '没有成功';
    process.stderr.write(`✗ ${text}\n`);
    process.exit(1);
  },
);
