// Installs and builds only what is missing. No dependency: this runs on a bare clone, before the first install.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '../../..');

const INSTALL_STAMP = join(ROOT, 'node_modules/.tonghu-install');
const START_SCOPE = [
  '--workspace',
  'backend',
  '--workspace',
  'seeds',
  '--workspace',
  'admin-ui',
  '--include-workspace-root',
];
const SKIPPED = new Set(['node_modules', 'dist', 'coverage', '.artifacts', '.vite']);

/** `skip` names files that do not go into a build, so that touching one rebuilds nothing. */
const PARTS = {
  backend: {
    label: '后端',
    folder: 'backend',
    needs: [],
    result: 'main.js',
    skip: /\.spec\.ts$|^docs\/|^src\/cli\/.*\.mjs$|^openapi\.json$|\.md$/,
  },
  seeds: { label: '种子数据', folder: 'seeds', needs: ['backend'], result: 'index.js', skip: /\.md$/ },
  console: {
    label: '管理界面',
    folder: 'admin-ui',
    needs: [],
    result: 'index.html',
    skip: /\.(spec|test)\.tsx?$|\.md$/,
  },
};

/** Every part that can be built, in an order that respects what they need. */
export const ALL_PARTS = Object.keys(PARTS);

const startedAt = Date.now();

/** One progress line with the seconds since the command began. */
export function say(text) {
  console.log(`[${((Date.now() - startedAt) / 1000).toFixed(1).padStart(5)} 秒] ${text}`);
}

/**
 * Whether `node_modules` holds what the lockfile asks for. Scope 'start' is what running needs; 'all' adds the test
 * tools and satisfies 'start' too. A complete `npm ci` done by hand counts as 'all'.
 */
export function isInstalled(scope) {
  const lock = lockHash();
  const stamp = readJson(INSTALL_STAMP);
  if (stamp?.lock === lock && (stamp.scope === 'all' || stamp.scope === scope)) return true;
  if (!installedCompletely()) return false;
  writeFileSync(INSTALL_STAMP, JSON.stringify({ lock, scope: 'all' }));
  return true;
}

/** Installs the dependencies of a scope ('start' or 'all') unless they are there. Throws with npm's last words. */
export async function ensureInstalled(scope) {
  if (isInstalled(scope)) return;
  say('正在安装依赖（首次约需一到三分钟）…');
  const workspaces = scope === 'all' ? [] : START_SCOPE;
  const args = [...workspaces, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  let result = lockCoversPlatform() ? await npm(['ci', ...args]) : undefined;
  if (result?.code !== 0) {
    if (result) say('npm ci 没有成功，改用 npm install …');
    result = await npm(['install', ...args]);
  }
  if (result.code !== 0)
    throw new Error(`依赖安装失败。怎么办：检查网络和 npm 源后重试\n${lastLines(result.output)}`);
  writeFileSync(INSTALL_STAMP, JSON.stringify({ lock: lockHash(), scope }));
  say('依赖安装完成');
}

/** Which of the parts have no build, or one of other sources. */
export function outdatedParts(parts) {
  return ALL_PARTS.filter((part) => parts.includes(part) && !isBuilt(part));
}

/** Builds the parts whose sources changed since their last build; parts that do not need each other run side by side. */
export async function ensureBuilt(parts) {
  const todo = outdatedParts(parts);
  const running = new Map();
  for (const part of todo) {
    const before = PARTS[part].needs.map((need) => running.get(need));
    running.set(
      part,
      Promise.all(before).then(() => build(part)),
    );
  }
  // All settle first: a failure must not leave the other compiler running behind the error message.
  const failed = (await Promise.allSettled(running.values())).find(({ status }) => status === 'rejected');
  if (failed) throw failed.reason;
}

/** Runs npm in the project's folder with the npm that runs us, or the one on the path. */
export function npm(args) {
  const own = process.env.npm_execpath?.endsWith('.js') ? process.env.npm_execpath : undefined;
  const env = { ...process.env };
  // An outer `npm test --workspace x` or a production shell must not change what is installed here.
  for (const name of Object.keys(env)) {
    if (/^npm_config_(workspaces?|include_workspace_root|omit|include|production|global|prefix)$/i.test(name))
      delete env[name];
  }
  delete env.NODE_ENV;
  const [command, all, shell] = own
    ? [process.execPath, [own, ...args], false]
    : ['npm', args, process.platform === 'win32'];
  return run(command, all, { env, shell });
}

async function build(part) {
  const { label, folder } = PARTS[part];
  say(`正在构建${label}…`);
  const hash = sourceHash(part);
  const { code, output } = await npm(['run', 'build', '--workspace', folder, '--silent']);
  if (code !== 0) throw new Error(`构建${label}失败：\n${lastLines(output, 60)}`);
  mkdirSync(join(ROOT, folder, 'dist'), { recursive: true });
  writeFileSync(stampOf(part), hash);
  say(`${label}构建完成`);
}

function run(command, args, options) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    let output = '';
    const collect = (chunk) => (output += chunk);
    child.stdout.setEncoding('utf8').on('data', collect);
    child.stderr.setEncoding('utf8').on('data', collect);
    child.once('error', (error) => resolve({ code: -1, output: `${output}${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? -1, output }));
  });
}

function isBuilt(part) {
  const { folder, result } = PARTS[part];
  if (!existsSync(join(ROOT, folder, 'dist', result)) || !existsSync(stampOf(part))) return false;
  return readFileSync(stampOf(part), 'utf8') === sourceHash(part);
}

function stampOf(part) {
  return join(ROOT, PARTS[part].folder, 'dist/.tonghu-build');
}

function sourceHash(part) {
  const { folder, needs, skip } = PARTS[part];
  const hash = createHash('sha256');
  for (const need of needs) hash.update(sourceHash(need));
  for (const shared of ['package-lock.json', 'tsconfig.json']) hash.update(readFileSync(join(ROOT, shared)));
  for (const file of filesIn(join(ROOT, folder), '').filter((name) => !skip.test(name))) {
    hash.update(`\0${file}\0`).update(readFileSync(join(ROOT, folder, file)));
  }
  return hash.digest('hex');
}

/** Relative paths with forward slashes, sorted, so that the same sources hash alike on every system. */
function filesIn(base, prefix) {
  const found = [];
  for (const entry of readdirSync(join(base, prefix), { withFileTypes: true })) {
    if (SKIPPED.has(entry.name)) continue;
    const path = prefix ? `${prefix}/${entry.name}` : entry.name;
    if (entry.isDirectory()) found.push(...filesIn(base, path));
    else if (entry.isFile()) found.push(path);
  }
  return found.sort();
}

function lockHash() {
  // The platform belongs to it: a folder shared with a container holds the wrong native packages.
  return createHash('sha256')
    .update(readFileSync(join(ROOT, 'package-lock.json')))
    .update(`${process.platform}-${process.arch}`)
    .digest('hex');
}

/** Compares the lockfile with npm's own record of what it installed; packages of other platforms do not count. */
function installedCompletely() {
  const wanted = readJson(join(ROOT, 'package-lock.json'))?.packages;
  const present = readJson(join(ROOT, 'node_modules/.package-lock.json'))?.packages;
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(([path, entry]) => {
    if (!path.includes('node_modules/')) return true;
    if (entry.optional || entry.devOptional) return !isForThisMachine(entry) || path in present;
    return present[path]?.version === entry.version && existsSync(join(ROOT, path));
  });
}

function isForThisMachine({ os, cpu, libc }) {
  if (!os && !cpu) return false;
  return (!os || os.includes(process.platform)) && (!cpu || cpu.includes(process.arch)) && !libc;
}

/** False when the lockfile leaves out a native package of this platform: `npm ci` would install a broken tree. */
function lockCoversPlatform() {
  const packages = readJson(join(ROOT, 'package-lock.json'))?.packages ?? {};
  const known = new Set(
    Object.keys(packages).map((path) => path.slice(path.lastIndexOf('node_modules/') + 13)),
  );
  const names = process.platform === 'win32' ? ['win32', 'windows'] : [process.platform];
  const ours = (name) => names.some((platform) => name.includes(`${platform}-${process.arch}`));
  return Object.values(packages)
    .flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}))
    .every((name) => !ours(name) || known.has(name));
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function lastLines(text, count = 20) {
  return text.trimEnd().split('\n').slice(-count).join('\n');
}
