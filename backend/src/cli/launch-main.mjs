import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { join } from 'node:path';
import { ALL_PARTS, ensureBuilt, ensureInstalled, isInstalled, outdatedParts, ROOT, say } from './ensure.mjs';

const HELP = `用法：npm start [-- 选项]

  （无选项）            安装缺少的依赖、构建、启动；默认是演示环境，数据在 .data/
  --dry-run             只显示将要做什么
  --reset-demo-only     重建演示数据后退出（npm run demo:reset）
  --check-invariants    核对数据后退出，不改动任何数据（npm run check:invariants）
  --help                显示本说明

其余选项原样交给服务进程。环境变量写在 .env（参照 .env.example）；启动有问题先执行 npm run doctor。`;

/** Installs, builds, runs the server in the foreground and ends with its exit code. */
export async function main(args) {
  if (args.includes('--help') || args.includes('-h')) return console.log(HELP);
  loadSettings();
  if (args.includes('--dry-run')) return showPlan();
  try {
    await ensureInstalled('start');
    await ensureBuilt(ALL_PARTS);
  } catch (error) {
    console.error(`✗ ${error.message}`);
    process.exitCode = 1;
    return;
  }
  const reset = args.includes('--reset-demo-only');
  if (reset) {
    process.env.TONGHU_RESET_DEMO = '1';
    // Only the telling itself waits for no disk: an interrupted one is told anew, and no other process is touched.
    process.env.PGOPTIONS = `${process.env.PGOPTIONS ?? ''} -c synchronous_commit=off`.trim();
  }
  const passed = args.filter((arg) => arg !== '--reset-demo-only');
  say(sayingOf(args));
  process.exitCode = await run('main.js', reset ? [...passed, '--reset-demo'] : passed);
}

function sayingOf(args) {
  if (args.includes('--reset-demo-only')) return '正在重建演示数据…';
  return args.includes('--check-invariants') ? '正在核对数据…' : '正在启动服务…';
}

/** What the shell says wins over .env, and .env over the demo's defaults. */
export function loadSettings() {
  if (existsSync(join(ROOT, '.env'))) process.loadEnvFile(join(ROOT, '.env'));
  const production = process.env.NODE_ENV === 'production';
  // In production nothing is assumed: the server itself lists what is missing.
  const defaults = production
    ? {}
    : { INSTALLATION: 'demo', NODE_ENV: 'development', HOST: '127.0.0.1', PORT: '3000' };
  for (const [name, value] of Object.entries({ ...defaults, DATA_DIR: join(ROOT, '.data') })) {
    if (!process.env[name]) process.env[name] = value;
  }
}

function showPlan() {
  const outdated = isInstalled('start') ? outdatedParts(ALL_PARTS) : ALL_PARTS;
  say(isInstalled('start') ? '依赖：已安装' : '依赖：需要安装');
  say(outdated.length > 0 ? `构建：${outdated.join('、')}` : '构建：都是最新的');
  const { INSTALLATION, HOST, PORT, DATA_DIR, DATABASE_URL, REDIS_URL } = process.env;
  say(`启动：${INSTALLATION ?? '（未设置）'} http://${HOST}:${PORT}`);
  say(
    `数据：${DATABASE_URL ? 'DATABASE_URL 指定的数据库' : `内置数据库，${DATA_DIR}`}；队列：${REDIS_URL ? 'Redis' : '数据库'}`,
  );
}

/** Runs a built program of the backend in the foreground; gives its exit code. */
export function run(program, args) {
  return new Promise((resolve) => {
    const server = spawn(process.execPath, [join(ROOT, 'backend/dist', program), ...args], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    // A terminal sends Ctrl-C to both of us, a supervisor to us alone: pass it on and wait for the drain.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => server.kill(signal));
    server.once('error', (error) => {
      console.error(`✗ 进程无法启动：${error.message}`);
      resolve(1);
    });
    server.once('exit', (code, signal) => resolve(code ?? 128 + (constants.signals[signal] ?? 0)));
  });
}
