import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const SYSTEM_BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser'];
/** `CHROMIUM_PATH=npm` asks for the browser of the npm package although the machine has one of its own. */
const FROM_NPM = 'npm';
const UNPACK_LIMIT_MS = 120_000;

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--font-render-hinting=none',
  '--lang=zh-CN',
];

interface Executable {
  readonly path: string;
  readonly env: Readonly<Record<string, string>>;
}

/**
 * A headless Chromium with Chinese letters, from nothing but npm packages where the machine has neither.
 * Throws when no browser can be started.
 */
export async function launchBrowser(): Promise<Browser> {
  const { path, env } = findExecutable();
  return chromium.launch({
    executablePath: path,
    args: FLAGS,
    env: { ...ownEnv(), ...env, LANGUAGE: 'zh_CN', FONTCONFIG_FILE: writeFontConfig() },
  });
}

function findExecutable(): Executable {
  const asked = process.env.CHROMIUM_PATH ?? '';
  if (asked !== '' && asked !== FROM_NPM) return { path: asked, env: {} };
  const installed = asked === FROM_NPM ? undefined : SYSTEM_BROWSERS.find((path) => existsSync(path));
  return installed === undefined ? unpackFromNpm() : { path: installed, env: {} };
}

/** The package unpacks into a shared folder without a lock: each version gets its own, filled aside and moved in at once. */
function unpackFromNpm(): Executable {
  const name = '@sparticuz/chromium';
  const about = readFileSync(join(packageFolder(name), 'package.json'), 'utf8');
  const { version } = JSON.parse(about) as { version: string };
  const folder = join(tmpdir(), `tonghu-chromium-${version}`);
  if (!existsSync(folder)) {
    const aside = mkdtempSync(join(tmpdir(), 'tonghu-chromium-'));
    // The package adds the libraries that small machines lack only where it believes to be in a cloud function.
    execFileSync(process.execPath, ['-e', `require('${name}').executablePath()`], {
      cwd: __dirname,
      env: { ...ownEnv(), TMPDIR: aside, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      timeout: UNPACK_LIMIT_MS,
    });
    moveUnlessThere(aside, folder);
  }
  const path = join(folder, 'chromium');
  return { path, env: lacksLibraries(path) ? { LD_LIBRARY_PATH: join(folder, 'al2023', 'lib') } : {} };
}

function moveUnlessThere(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    if (!existsSync(to)) throw error;
    rmSync(from, { recursive: true, force: true });
  }
}

function lacksLibraries(path: string): boolean {
  try {
    return execFileSync('ldd', [path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).includes(
      'not found',
    );
  } catch {
    return true;
  }
}

/** Only our own Chinese font: the same letters, and so the same pictures, on every machine. */
function writeFontConfig(): string {
  const fonts = packageFolder('@expo-google-fonts/noto-sans-sc');
  const folder = join(tmpdir(), `tonghu-fonts-${process.getuid?.() ?? 0}`);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `fonts-${process.pid}.conf`);
  const lines = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...['400Regular', '700Bold'].map((weight) => `<dir>${join(fonts, weight)}</dir>`),
    `<cachedir>${join(folder, 'cache')}</cachedir>`,
    '</fontconfig>',
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return file;
}

function packageFolder(name: string): string {
  const paths = require.resolve.paths(name) ?? [];
  const found = paths.map((path) => join(path, name)).find((path) => existsSync(join(path, 'package.json')));
  if (found === undefined) throw new Error(`${name} is not installed below ${dirname(__dirname)}`);
  return found;
}

function ownEnv(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
