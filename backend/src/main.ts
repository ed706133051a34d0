import 'reflect-metadata';
import { checkInvariants, exportOpenApi, type Running, start } from './app';
import { type AppConfig, ConfigError, loadConfig } from './config';
import { printWelcome } from './cli/welcome';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const config = loadConfig();
  const openApi = argument('--openapi');
  if (openApi !== undefined) {
    await exportOpenApi(config, openApi);
    process.exit(0);
  }
  if (process.argv.includes('--check-invariants')) {
    const broken = await checkInvariants(config, say);
    say(broken === 0 ? '\n全部通过。' : `\n${broken} 项没通过：请保留现场，按运维手册「数据核对」处理。`);
    process.exitCode = broken === 0 ? 0 : 1;
    return;
  }
  const migrateOnly = process.argv.includes('--migrate');
  const running = await start(config, {
    say,
    prepareOnly: migrateOnly,
    resetDemo: process.argv.includes('--reset-demo'),
  });
  if (running === undefined) {
    say('数据库已是最新版本。');
    return;
  }
  if (process.argv.includes('--reset-demo')) {
    await running.stop();
    say('演示数据已重建。');
    return;
  }
  stopOnSignals(running, config);
  await printWelcome(running.app, running.url, config, say);
}

function argument(name: string): string | undefined {
  const index = process.argv.indexOf(name);
  return index < 0 ? undefined : process.argv[index + 1];
}

/** The first signal drains; a second one while draining changes nothing. */
function stopOnSignals(running: Running, config: AppConfig): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    if (config.INSTALLATION === 'demo') say('正在停止……');
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch((error: unknown) => {
  const text =
    error instanceof ConfigError
      ? error.message
      : error instanceof Error
        ? `${error.name}: ${error.message}`
        : '启动失败';
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
