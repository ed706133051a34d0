import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import * as seeds from '@tonghu/seeds';
import { ACCOUNTS, Client, PASSWORD } from '../support/test-app';
import { freePort, until } from './real-process';

const ROOT = resolve(__dirname, '../..');
const START_LIMIT_MS = 60_000;

const WAL_LIMIT_SECONDS = 30;

/** What a command said and how it ended. */
export interface Said {
  readonly code: number;
  readonly text: string;
}

/**
 * A whole installation on the embedded database, in a folder of its own, as `npm start` makes it: it backs itself up, may
 * lose its machine, and is restored into another data folder.
 */
export class LostInstallation {
  private child: ChildProcess | undefined;
  private out = '';

  private constructor(
    readonly folder: string,
    private readonly port: number,
    private readonly walSeconds: number,
  ) {}

  static async create(walSeconds: number): Promise<LostInstallation> {
    const folder = mkdtempSync(join(tmpdir(), 'tonghu-drill-'));
    // The database runs under an account of its own when we are root.
    chmodSync(folder, 0o711);
    return new LostInstallation(folder, await freePort(), walSeconds);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  get backupDir(): string {
    return join(this.folder, 'backup');
  }

  get keysDir(): string {
    return join(this.folder, 'backup-keys');
  }

  dataDir(name: string): string {
    return join(this.folder, name);
  }

  /** Starts the program on a data folder and waits until it is ready. */
  async start(name: string): Promise<void> {
    const env = this.env(name);
    const child = spawn(process.execPath, [join(ROOT, 'backend/dist/main.js')], { cwd: ROOT, env });
    this.child = child;
    const collect = (chunk: Buffer): void => void (this.out += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    const isReady = async (): Promise<boolean> => {
      if (child.exitCode !== null) throw new Error(`The process ended\n${this.out.slice(-3_000)}`);
      return (await fetch(`${this.url}/health/ready`).catch(() => undefined))?.ok === true;
    };
    await until(isReady, START_LIMIT_MS, 'The process did not become ready');
  }

  /** The people and the district that tests know. */
  async seed(name: string): Promise<void> {
    const owner = await this.owner(name);
    try {
      await seeds.seedDemoAccounts(owner);
      await seeds.seedTestDistrict(owner);
    } finally {
      await owner.destroy();
    }
  }

  async asTeacher(): Promise<Client> {
    const credentials = { username: ACCOUNTS.teacher, password: PASSWORD };
    const reply = await new Client(this.url).call('POST', '/session', credentials, {});
    const cookie = reply.headers.get('set-cookie')?.split(';')[0];
    if (cookie === undefined) throw new Error(`Sign-in: ${reply.status}`);
    return new Client(this.url, cookie);
  }

  /** The owner's connection to the running database of a data folder. */
  owner(name: string): Promise<DataSource> {
    const dir = this.dataDir(name);
    const password = readFileSync(join(dir, 'pg-password'), 'utf8').trim();
    const url = `postgres://tonghu_owner:${password}@127.0.0.1:${this.postmaster(name).port}/tonghu`;
    return new DataSource({ type: 'postgres', url, poolSize: 1 }).initialize();
  }

  backUp(name: string, ...args: string[]): Promise<Said> {
    return this.run(name, args);
  }

  restore(name: string, ...args: string[]): Promise<Said> {
    return this.run(name, ['restore', '--from', this.backupDir, '--keys', this.keysDir, ...args]);
  }

  /** Closes pieces of WAL under the load, one a second, until so many more are in the archive. */
  async closeWal(name: string, pieces: number): Promise<void> {
    const archived = (): number => readdirSync(join(this.backupDir, 'wal')).length;
    const wanted = archived() + pieces;
    const owner = await this.owner(name);
    try {
      for (let second = 0; archived() < wanted; second += 1) {
        if (second === WAL_LIMIT_SECONDS) throw new Error('No piece of WAL reached the archive');
        await owner.query('SELECT pg_switch_wal()');
        await sleep(1_000);
      }
    } finally {
      await owner.destroy();
    }
  }

  /** The machine is gone: program and database at once, and the data folder with them. */
  async lose(name: string): Promise<void> {
    const { pid } = this.postmaster(name);
    this.child?.kill('SIGKILL');
    process.kill(pid, 'SIGKILL');
    await until(() => Promise.resolve(!isAlive(pid)), 10_000, 'The database did not die');
    // Its children leave when they notice.
    await sleep(500);
    rmSync(this.dataDir(name), { recursive: true, force: true });
  }

  async stop(): Promise<void> {
    const { child } = this;
    if (child?.exitCode !== null || child.signalCode !== null) return;
    const exited = new Promise((done) => child.once('exit', done));
    child.kill('SIGTERM');
    await exited;
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private run(name: string, args: readonly string[]): Promise<Said> {
    return new Promise((done, failed) => {
      const program = join(ROOT, 'backend/dist/cli/backup.js');
      const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, env: this.env(name) });
      let text = '';
      const collect = (chunk: Buffer): void => void (text += chunk.toString());
      child.stdout.on('data', collect);
      child.stderr.on('data', collect);
      child.once('error', failed);
      child.once('close', (code) => done({ code: code ?? -1, text }));
    });
  }

  private env(name: string): NodeJS.ProcessEnv {
    return {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      INSTALLATION: 'test',
      NODE_ENV: 'test',
      HOST: '127.0.0.1',
      PORT: String(this.port),
      DATA_DIR: this.dataDir(name),
      BACKUP_DIR: this.backupDir,
      BACKUP_KEYS_DIR: this.keysDir,
      BACKUP_WAL_SECONDS: String(this.walSeconds),
      LOG_LEVEL: 'warn',
    };
  }

  private postmaster(name: string): { pid: number; port: number } {
    const lines = readFileSync(join(this.dataDir(name), 'pg/postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(lines[0]), port: Number(lines[3]) };
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
