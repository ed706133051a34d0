import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Shared, SHARED_FILE } from '../support/shared';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'backend/dist/main.js');
const CONSOLE = join(ROOT, 'admin-ui/dist/index.html');
const START_LIMIT_MS = 90_000;
const STOP_LIMIT_MS = 30_000;
const LOG_LENGTH = 4000;

/** The real process of a demo installation on a folder of its own, with the built console. */
export class ServedApp {
  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
    private readonly dataDir: string,
  ) {}

  /** Starts it and waits until it is ready. Throws with its last words when it is not within 90 seconds. */
  static async start(): Promise<ServedApp> {
    for (const file of [MAIN, CONSOLE]) {
      if (!existsSync(file)) throw new Error(`${file} is missing: run npm run build first`);
    }
    const port = await freePort();
    const dataDir = mkdtempSync(join(tmpdir(), 'tonghu-browser-'));
    const { demoDir } = JSON.parse(readFileSync(SHARED_FILE, 'utf8')) as Shared;
    // As it lies there, owners included: the database does not run as root.
    if (demoDir !== undefined) execFileSync('cp', ['-a', `${demoDir}/.`, dataDir]);
    const env = {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      TMPDIR: process.env.TMPDIR,
      INSTALLATION: 'demo',
      ROLE: 'all',
      DATA_DIR: dataDir,
      PORT: String(port),
      LOG_LEVEL: 'error',
    };
    const child = spawn(process.execPath, [MAIN], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    let log = '';
    const collect = (chunk: Buffer): void => void (log = `${log}${chunk.toString()}`.slice(-LOG_LENGTH));
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const app = new ServedApp(`http://127.0.0.1:${port}`, child, dataDir);
    try {
      await app.untilReady();
    } catch (error) {
      await app.stop();
      throw new Error(`The application did not start:\n${log}`, { cause: error });
    }
    return app;
  }

  /** SIGTERM, as an operator would; the folder is removed afterwards. */
  async stop(): Promise<void> {
    if (this.child.exitCode === null && this.child.signalCode === null) {
      const exited = new Promise((done) => this.child.once('exit', done));
      const force = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
      this.child.kill('SIGTERM');
      await exited;
      clearTimeout(force);
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async untilReady(): Promise<void> {
    const end = Date.now() + START_LIMIT_MS;
    while (Date.now() < end) {
      if (this.child.exitCode !== null) throw new Error(`the process ended with ${this.child.exitCode}`);
      const answer = await fetch(`${this.url}/health/ready`).catch(() => undefined);
      if (answer?.ok === true) return;
      await new Promise((done) => setTimeout(done, 200));
    }
    throw new Error('the process did not become ready');
  }
}

function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const server = createServer();
    server.once('error', failed);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => found(port));
    });
  });
}
