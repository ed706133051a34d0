// `npm test [-- step …]`: installs and builds what is missing, then runs every check and adds them up.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ALL_PARTS, ensureBuilt, ensureInstalled, ROOT } from '../backend/src/cli/ensure.mjs';

const ARTIFACTS = join(ROOT, 'test/.artifacts');
const BIN = join(ROOT, 'node_modules');
/** With --full the reliability steps try every promise as often as it is promised (test/reliability/README.md). */
const isFull = process.argv.includes('--full');
const STEP_LIMIT_MS = (isFull ? 8 * 60 : 40) * 60_000;
const FLAGS = new Set(['--screenshots', '--full']);
/** Settings of a real installation that tests must never inherit: they bring their own database and queue. */
const OWN_SETTINGS =
  /^(DATABASE_URL|REDIS_URL|DATA_DIR|BACKUP_DIR|BACKUP_KEYS_DIR|BACKUP_DATABASE_URL|KEY_DIR|MASTER_KEY_FILE|ROLE|INSTALLATION|PORT|HOST|PUBLIC_URL|TLS_CERT|TLS_KEY|TRUST_PROXY|LOG_LEVEL|NODE_ENV|FAILPOINT)$/;

const tool = (path, ...args) => [process.execPath, [join(BIN, path), ...args]];
const tsc = (folder) => tool('typescript/bin/tsc', '-p', `${folder}/tsconfig.json`, '--noEmit');

const redisUrl = process.env.TEST_REDIS_URL;
const withRedis = { REDIS_URL: redisUrl };
const check = (name, ...commands) => ({ name, commands });
const jest = (project, { name = project, env = {} } = {}) => ({ name, project, env });

/** In order: cheap first. Names on the command line pick steps; `redis` picks every step that ends in it. */
const STEPS = [
  check('format', tool('prettier/bin/prettier.cjs', '--check', '--log-level', 'warn', '.')),
  check('lint', tool('eslint/bin/eslint.js', '.', '--max-warnings', '0')),
  check('typecheck', tsc('backend'), tsc('seeds'), tsc('test'), tsc('admin-ui')),
  check('api-types', [process.execPath, [join(ROOT, 'backend/src/cli/api-types.mjs'), '--check']]),
  check('docs-states', [process.execPath, [join(ROOT, 'backend/src/cli/docs-states.mjs'), '--check']]),
  ...['unit', 'architecture', 'integration', 'access', 'workflows', 'reliability', 'browser'].map((name) =>
    jest(name),
  ),
  ...['integration', 'reliability'].map((name) => jest(name, { name: `${name}:redis`, env: withRedis })),
];
const NEEDS_NO_BUILD = new Set(['format', 'lint', 'unit']);

const results = [];
try {
  const { steps, env } = choose(process.argv.slice(2));
  await ensureInstalled('all');
  if (!steps.every(({ name }) => NEEDS_NO_BUILD.has(name))) await ensureBuilt(ALL_PARTS);
  mkdirSync(ARTIFACTS, { recursive: true });
  for (const step of steps) results.push(await runStep(step, env));
} catch (error) {
  console.error(`✗ ${error.message}`);
  results.push({ name: 'prepare', passed: 0, failed: 1, seconds: 0 });
}
report();

function choose(args) {
  const names = args.filter((arg) => !arg.startsWith('--'));
  const unknown = [
    ...names.filter((name) => name !== 'redis' && !STEPS.some((step) => step.name === name)),
    ...args.filter((arg) => arg.startsWith('--') && !FLAGS.has(arg)),
  ];
  if (unknown.length > 0) {
    throw new Error(
      `没有这样的步骤：${unknown.join(' ')}。可选：${STEPS.map(({ name }) => name).join(' ')} redis`,
    );
  }
  const isRedis = (step) => step.name.endsWith(':redis');
  const isNamed = (step) => names.includes(step.name) || (isRedis(step) && names.includes('redis'));
  const steps = STEPS.filter((step) => (names.length > 0 ? isNamed(step) : redisUrl || !isRedis(step)));
  if (!redisUrl && steps.some(isRedis)) throw new Error('这些步骤需要 Redis。怎么办：设置 TEST_REDIS_URL');
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !OWN_SETTINGS.test(name)));
  if (args.includes('--screenshots')) env.DOCS_SCREENSHOTS = '1';
  if (isFull) env.RELIABILITY = 'full';
  return { steps, env };
}

async function runStep(step, env) {
  console.log(`\n━━ ${step.name}`);
  const start = Date.now();
  const counts = step.project ? await runJest(step, env) : await runCheck(step, env);
  return { name: step.name, ...counts, seconds: (Date.now() - start) / 1000 };
}

/** A check counts one, whatever it found. */
async function runCheck({ commands }, env) {
  let isFine = true;
  for (const [program, args] of commands) isFine = (await run(program, args, env)) === 0 && isFine;
  return { passed: isFine ? 1 : 0, failed: isFine ? 0 : 1 };
}

async function runJest({ name, project, env: extra }, env) {
  const file = join(ARTIFACTS, `${name.replace(':', '-')}.json`);
  rmSync(file, { force: true });
  const [program, args] = tool('jest/bin/jest.js', '-c', 'jest.config.cjs', '--selectProjects', project);
  args.push('--json', '--outputFile', file, '--maxWorkers=2');
  const code = await run(program, args, { ...env, ...extra });
  return countJest(code, readResult(file));
}

/** A suite that could not run counts as one failure, and so does a run that failed or was empty without saying why. */
function countJest(code, result) {
  if (!result) return { passed: 0, failed: 1 };
  const passed = result.numPassedTests;
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  const isSilent = failed === 0 && (code !== 0 || passed === 0);
  return { passed, failed: isSilent ? 1 : failed, skipped: result.numPendingTests + result.numTodoTests };
}

function readResult(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function run(program, args, env) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const timer = setTimeout(() => {
      console.error(`✗ 超过 ${STEP_LIMIT_MS / 60_000} 分钟，停止这一步`);
      child.kill('SIGKILL');
    }, STEP_LIMIT_MS);
    const stop = (signal) => child.kill(signal);
    process.once('SIGINT', stop).once('SIGTERM', stop);
    child.once('error', (error) => console.error(`✗ ${error.message}`));
    child.once('close', (code) => {
      clearTimeout(timer);
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve(code ?? 1);
    });
  });
}

function report() {
  const total = (key) => results.reduce((sum, result) => sum + (result[key] ?? 0), 0);
  const width = Math.max(...results.map(({ name }) => name.length), 6);
  console.log(`\n${'step'.padEnd(width)}  passed  failed  skipped  seconds`);
  for (const { name, passed, failed, skipped = 0, seconds } of results) {
    const cells = [String(passed).padStart(6), String(failed).padStart(6), String(skipped).padStart(7)];
    console.log([name.padEnd(width), ...cells, seconds.toFixed(1).padStart(7)].join('  '));
  }
  const [passed, failed] = [total('passed'), total('failed')];
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
  console.log(`\n${passed} passed, ${failed} failed`);
}
