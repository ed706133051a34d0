// The doctor's checks of the database and of Redis. `pg` is used when it is installed; Redis is spoken to directly.
import { createRequire } from 'node:module';
import { connect as connectTcp } from 'node:net';
import { join } from 'node:path';
import { connect as connectTls } from 'node:tls';
import { bad, ok, runningEmbeddedUrl, warn } from './doctor-local.mjs';
import { ROOT } from './ensure.mjs';

const TIMEOUT_MS = 5_000;

export async function checkServices() {
  return [...(await checkDatabase()), ...(await checkRedis())];
}

async function checkDatabase() {
  const given = process.env.DATABASE_URL;
  const url = given || runningEmbeddedUrl();
  if (!url) return [ok('数据库：使用内置数据库（启动后可再次检查节假日表）')];
  const pg = loadPg();
  if (!pg) return [warn('依赖未安装，暂不能检查数据库', 'npm ci')];
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    // A leftover postmaster.pid is no fault: the next start takes care of it.
    if (!given) return [ok('数据库：使用内置数据库（当前未运行）')];
    return [
      bad(`连不上数据库：${error.message}`, '检查 DATABASE_URL 的地址、账号、口令，以及数据库是否已启动'),
    ];
  }
  try {
    return [...(given ? await checkServer(client) : [ok('内置数据库正在运行')]), await checkHolidays(client)];
  } catch (error) {
    return [bad(`数据库检查没有完成：${error.message}`, '确认 DATABASE_URL 使用的账号有权限连接和查询')];
  } finally {
    await client.end();
  }
}

async function checkServer(client) {
  const one = async (sql) => (await client.query(sql)).rows[0];
  const server = await one(`SELECT current_setting('server_version_num')::int / 10000 AS major,
    current_setting('server_version') AS version, current_setting('fsync') AS fsync,
    current_setting('full_page_writes') AS pages, current_setting('synchronous_commit') AS commit`);
  const database =
    await one(`SELECT to_jsonb(d) ->> 'datctype' AS ctype, to_jsonb(d) ->> 'datlocprovider' AS provider,
    pg_encoding_to_char(encoding) AS encoding FROM pg_database d WHERE datname = current_database()`);
  const role = await one(
    'SELECT rolcreaterole OR rolsuper AS creates FROM pg_roles WHERE rolname = current_user',
  );
  return [checkVersion(server), checkLocale(database), checkDurability(server), checkRoleRights(role)];
}

function checkVersion({ major, version }) {
  if (major >= 15 && major <= 18) return ok(`PostgreSQL ${version}`);
  return bad(`PostgreSQL ${version} 不在支持范围（15–18）`, '升级数据库，或去掉 DATABASE_URL 使用内置数据库');
}

/** With lc_ctype C (or the builtin provider) the database finds no letters in a Chinese name. */
function checkLocale({ ctype, provider, encoding }) {
  const item = `数据库编码 ${encoding}，lc_ctype ${ctype || '（内建）'}`;
  const fix =
    "重建数据库：CREATE DATABASE tonghu TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER libc LOCALE 'C.UTF-8'";
  if (encoding !== 'UTF8') return bad(`${item}：必须是 UTF8`, fix);
  const blind = provider === 'b' || (provider === 'c' && ['C', 'POSIX'].includes(ctype));
  return blind ? bad(`${item}：不识别中文字符`, fix) : ok(item);
}

function checkDurability({ fsync, pages, commit }) {
  if (fsync === 'on' && pages === 'on' && commit !== 'off') return ok('数据库落盘设置正常（断电不丢数据）');
  return bad(
    `断电可能丢失数据：fsync=${fsync} full_page_writes=${pages} synchronous_commit=${commit}`,
    '在 postgresql.conf 中将三项都设为 on 并重启数据库',
  );
}

function checkRoleRights(role) {
  if (role?.creates) return ok('数据库账号可以创建角色');
  return bad(
    '数据库账号不能创建角色，迁移会失败',
    '用管理员执行 ALTER ROLE <DATABASE_URL 中的账号> CREATEROLE',
  );
}

async function checkHolidays(client) {
  const { rows } = await client.query("SELECT to_regclass('working_day_year') IS NOT NULL AS present");
  if (!rows[0].present) return ok('节假日表：尚未建库，首次启动时装入');
  const loaded = (await client.query('SELECT year FROM working_day_year ORDER BY year')).rows.map(
    (row) => row.year,
  );
  const now = new Date();
  const year = now.getFullYear();
  const item = `节假日表已有 ${loaded.join('、') || '（空）'} 年`;
  const fix = '国务院办公厅公布放假安排后导入该年的节假日表（见 docs/operations.md）';
  if (!loaded.includes(year)) return bad(`${item}，缺少 ${year} 年：工作日时限只能暂算`, fix);
  // The arrangement for the next year is usually published in November.
  if (now.getMonth() >= 10 && !loaded.includes(year + 1)) return warn(`${item}，还没有 ${year + 1} 年`, fix);
  return ok(item);
}

async function checkRedis() {
  const url = process.env.REDIS_URL;
  if (!url) return [ok('队列：使用数据库（未设置 REDIS_URL）')];
  let info;
  try {
    info = await redisInfo(new URL(url));
  } catch (error) {
    return [
      bad(`连不上 Redis：${error.message}`, '检查 REDIS_URL 和 Redis 是否已启动；单机可去掉 REDIS_URL'),
    ];
  }
  const policy = /^maxmemory_policy:(\S+)/m.exec(info)?.[1];
  const isDurable = /^aof_enabled:1/m.test(info);
  return [
    ok(`Redis ${/^redis_version:(\S+)/m.exec(info)?.[1] ?? ''}`),
    policy === 'noeviction'
      ? ok('Redis 内存策略 noeviction')
      : bad(
          `Redis 内存策略是 ${policy}，内存满时会丢任务`,
          'redis-cli config set maxmemory-policy noeviction，并写入 redis.conf',
        ),
    isDurable
      ? ok('Redis 已开启 AOF')
      : warn(
          'Redis 未开启 AOF：重启后靠数据库补发任务',
          'redis-cli config set appendonly yes，并写入 redis.conf',
        ),
  ];
}

/** Sends AUTH (when the address has a password) and INFO, and gives INFO's text. */
function redisInfo({ protocol, hostname, port, username, password }) {
  return new Promise((resolve, reject) => {
    const target = { host: hostname.replace(/^\[|\]$/g, ''), port: Number(port || 6379) };
    const socket =
      protocol === 'rediss:' ? connectTls({ ...target, servername: target.host }) : connectTcp(target);
    const credentials = [username, password].map(decodeURIComponent).filter(Boolean);
    const commands = password ? [['AUTH', ...credentials], ['INFO']] : [['INFO']];
    let answer = '';
    socket.setTimeout(TIMEOUT_MS, () => socket.destroy(new Error('超时')));
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('连接被关闭')));
    socket.setEncoding('utf8').on('data', (chunk) => {
      answer += chunk;
      const problem = /^-(.*)/m.exec(answer);
      if (problem) socket.destroy(new Error(problem[1].trim()));
      // INFO's last section is Keyspace; the reply ends with an empty line.
      else if (/# Keyspace[\s\S]*\r\n$/.test(answer)) {
        resolve(answer);
        socket.destroy();
      }
    });
    socket.write(commands.map(encodeCommand).join(''));
  });
}

function encodeCommand(words) {
  return `*${words.length}\r\n${words.map((word) => `$${Buffer.byteLength(word)}\r\n${word}\r\n`).join('')}`;
}

function loadPg() {
  try {
    return createRequire(join(ROOT, 'backend/package.json'))('pg');
  } catch {
    return undefined;
  }
}
