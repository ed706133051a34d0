import 'reflect-metadata';
import { resolve } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { EnvDto } from './env.dto';
import { NOTIFY_NAMES, notifyContradictions } from './notify-env.dto';

export interface AppConfig extends EnvDto {
  /** Absolute. */
  readonly dataDir: string;
  /** Absolute; kept apart from the database's backups. */
  readonly keyDir: string;
  /** Absolute: sealed originals of attachments. */
  readonly attachmentDir: string;
}

/** What is wrong with the environment, one Chinese line each. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`环境变量有 ${problems.length} 处需要修改：\n${problems.map((line) => `  - ${line}`).join('\n')}`);
    this.name = 'ConfigError';
  }
}

/** Reads and checks the environment; the only place that looks at it. Throws ConfigError with a readable list. */
export function loadConfig(env: NodeJS.ProcessEnv = process.env): AppConfig {
  const present = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const known = Object.keys(new EnvDto());
  const names = new Set([
    ...known,
    'PUBLIC_URL',
    'TLS_CERT',
    'TLS_KEY',
    'TRUST_PROXY',
    'ATTACHMENT_DIR',
    'BACKUP_DIR',
    'BACKUP_KEYS_DIR',
    'BACKUP_DATABASE_URL',
    'PG_TOOLS_DIR',
    'KEY_DIR',
    'MASTER_KEY_FILE',
    'DATABASE_URL',
    'REDIS_URL',
    'FAILPOINT',
    ...NOTIFY_NAMES,
  ]);
  const picked = Object.fromEntries(Object.entries(present).filter(([name]) => names.has(name)));
  const dto = plainToInstance(EnvDto, picked, { exposeDefaultValues: true });
  const problems = validateSync(dto).flatMap((error) =>
    Object.values(error.constraints ?? {}).map((text) => `${error.property}：${text}`),
  );
  problems.push(...contradictions(dto), ...notifyContradictions(dto));
  if (problems.length > 0) throw new ConfigError(problems);
  const dataDir = resolve(dto.DATA_DIR);
  return Object.assign(dto, {
    dataDir,
    keyDir: resolve(dto.KEY_DIR ?? `${dataDir}/keys`),
    attachmentDir: resolve(dto.ATTACHMENT_DIR ?? `${dataDir}/attachments`),
  });
}

function contradictions(dto: EnvDto): string[] {
  const found: string[] = [];
  const loopback = ['127.0.0.1', '::1', 'localhost'].includes(dto.HOST);
  if (dto.NODE_ENV === 'production' && dto.INSTALLATION !== 'real') {
    found.push('INSTALLATION：演示或测试数据不能在生产环境运行，请设 INSTALLATION=real');
  }
  if (dto.NODE_ENV === 'production' && dto.FAILPOINT !== undefined) found.push('FAILPOINT：只能用于测试');
  if (dto.ROLE === 'public') found.push('ROLE：公众页面还没有提供，目前只能用 api、worker 或 all');
  if (dto.TRUST_PROXY === 'true')
    found.push('TRUST_PROXY：请写代理的准确网段，不能写 true（否则来源地址可被伪造）');
  if (dto.BACKUP_DIR !== undefined && dto.BACKUP_KEYS_DIR === undefined)
    found.push(
      'BACKUP_KEYS_DIR：设置 BACKUP_DIR 时必须同时设置，且不能在同一个目录（没有密钥的备份读不出来）',
    );
  if ((dto.TLS_CERT === undefined) !== (dto.TLS_KEY === undefined))
    found.push('TLS_CERT 与 TLS_KEY 需要同时设置');
  if (
    !loopback &&
    dto.INSTALLATION === 'real' &&
    dto.TLS_CERT === undefined &&
    !dto.PUBLIC_URL?.startsWith('https://')
  ) {
    found.push(
      'HOST：对外提供服务必须启用 TLS（设置 TLS_CERT、TLS_KEY，或由反向代理提供 https 并设置 PUBLIC_URL）',
    );
  }
  return found;
}
