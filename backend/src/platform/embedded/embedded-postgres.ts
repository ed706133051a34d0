import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { type Cluster, DATABASE, openCluster, OWNER } from './cluster';
import { findRunning } from './postmaster';
import { launch, shutDown, tail } from './server';
import { archiveSettings, choosePort, writeSettings } from './settings';
import { makeSpool } from './wal-spool';

/** How to start the cluster. */
export interface StartClusterOptions {
  /** The installation's data folder; the cluster itself is `<dataDir>/pg`. */
  dataDir: string;
  /** Receives short Chinese progress lines. */
  log: (line: string) => void;
  /** Server settings that differ from the defaults (tests raise `max_connections`, for example). */
  settings?: Readonly<Record<string, string>>;
  /** Finished pieces of the WAL are handed to the spool, at the latest after so many seconds (platform/backup). */
  archiveSeconds?: number | undefined;
}

const START_ATTEMPTS = 3;
/** Advisory lock held by the process that stops the server; the server itself frees it when that process dies. */
const STEWARD_LOCK = 990_101_001;

/**
 * A real, durable PostgreSQL 18 from an npm package, driven with initdb and pg_ctl. The server is a process of its own:
 * when Node is killed it lives on, and the next start on the same data folder adopts it.
 */
export class EmbeddedPostgres {
  private stopped = false;

  private constructor(
    /** Connection string of the superuser: postgres://tonghu_owner:…@127.0.0.1:port/tonghu */
    readonly url: string,
    /** True when a server left by an earlier process, or used by another one, was found running. */
    readonly adopted: boolean,
    private readonly cluster: Cluster,
    private readonly steward: Client,
    private readonly isSteward: boolean,
  ) {}

  /**
   * Starts the cluster of a data folder, or adopts the one that runs; creates it the first time (about a second).
   * Errors carry a Chinese sentence that says what to do.
   */
  static async start(options: StartClusterOptions): Promise<EmbeddedPostgres> {
    const cluster = await openCluster(resolve(options.dataDir), options.log);
    const { port, adopted } = await ensureRunning(cluster, options);
    await ensureDatabase(cluster, port);
    const steward = await connect(cluster, port, DATABASE);
    const isSteward = await takeStewardship(steward);
    // The checkpointer looks at archive_timeout when it wakes, and after a start it sleeps for five minutes.
    if (options.archiveSeconds !== undefined && !adopted) await steward.query('CHECKPOINT');
    if (adopted) {
      options.log(isSteward ? '接管了上次没有正常退出的内置数据库' : '内置数据库正由另一个进程使用，共用之');
    }
    return new EmbeddedPostgres(urlOf(cluster, port, DATABASE), adopted, cluster, steward, isSteward);
  }

  /**
   * Stops the server cleanly (fast mode: open transactions roll back, everything committed is on disk). While another
   * process holds the stewardship the server is left to it. Harmless when repeated.
   */
  async stop(): Promise<void> {
    if (this.stopped) return;
    this.stopped = true;
    await this.steward.end().catch(() => undefined);
    if (this.isSteward) await shutDown(this.cluster);
  }

  /** As `stop`, but a server that somebody began to use meanwhile is left running, and the next start adopts it. */
  async stopUnlessUsed(): Promise<void> {
    const { rows } = await this.steward.query<{ used: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_stat_activity
         WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()) AS used`,
    );
    if (rows[0]?.used !== true) return this.stop();
    this.stopped = true;
    await this.steward.end().catch(() => undefined);
  }

  /** The cluster's own folder; a backup reads it. */
  get dir(): string {
    return this.cluster.dir;
  }
}

async function ensureRunning(
  cluster: Cluster,
  options: StartClusterOptions,
): Promise<{ port: number; adopted: boolean }> {
  for (let attempt = 1; ; attempt += 1) {
    const running = await findRunning(cluster.dir);
    if (running) return { port: running.port, adopted: true };
    const port = await choosePort(cluster.dir);
    const { archiveSeconds, settings } = options;
    if (archiveSeconds !== undefined) makeSpool(cluster);
    const archive = archiveSeconds === undefined ? {} : archiveSettings(archiveSeconds);
    writeSettings(cluster.dir, port, { ...archive, ...settings });
    if (await launch(cluster)) return { port, adopted: false };
    // Somebody may have taken the port, or started the same cluster, between the look and the start.
    if (attempt === START_ATTEMPTS) {
      throw new Error(`内置数据库启动失败，日志 ${cluster.logFile} 的最后几行：\n${tail(cluster.logFile)}`);
    }
  }
}

async function ensureDatabase(cluster: Cluster, port: number): Promise<void> {
  const client = await connect(cluster, port, 'postgres');
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE} OWNER ${OWNER}`);
  } catch (error) {
    // 42P04, 23505: the database was created by another start in the meantime.
    if (!['42P04', '23505'].includes((error as { code?: string }).code ?? '')) throw error;
  } finally {
    await client.end();
  }
}

/** Tries for a second: the connection of a process that was just killed may need a moment to go. */
async function takeStewardship(client: Client): Promise<boolean> {
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const { rows } = await client.query<{ mine: boolean }>('SELECT pg_try_advisory_lock($1) AS mine', [
      STEWARD_LOCK,
    ]);
    if (rows[0]?.mine) return true;
    await sleep(100);
  }
  return false;
}

async function connect(cluster: Cluster, port: number, database: string): Promise<Client> {
  const client = new Client({
    connectionString: urlOf(cluster, port, database),
    connectionTimeoutMillis: 10_000,
    keepAlive: true,
    application_name: 'tonghu-embedded',
  });
  // Without a listener a server that goes away would end our process; the pools report the outage themselves.
  client.on('error', () => undefined);
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`连不上内置数据库（${reason}）。怎么办：查看 ${cluster.logFile}`, { cause: error });
  }
  return client;
}

function urlOf(cluster: Cluster, port: number, database: string): string {
  return `postgres://${OWNER}:${encodeURIComponent(cluster.password)}@127.0.0.1:${port}/${database}`;
}
