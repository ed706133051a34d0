import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Client } from 'pg';
import type { AppConfig } from '../../config';
import { ClusterCopy, findTool, type Manifest, type Part, startTool, writePart } from '../../platform/backup';
import { readFacts } from './facts';

/** A backup under way. */
export interface Job {
  readonly config: AppConfig;
  readonly key: Buffer;
  readonly id: string;
  readonly draft: string;
}

/** What the manifest says of the database and the files that hold it. */
export type DatabasePart = Pick<
  Manifest,
  'kind' | 'wal' | 'parts' | 'migrations' | 'installation' | 'postgres' | 'counts'
>;

/** The embedded database: its files, online. */
export async function copyCluster(client: Client, dir: string, job: Job): Promise<DatabasePart> {
  const facts = await readFacts(client);
  const copy = new ClusterCopy(client, dir, `tonghu ${job.id}`);
  const base = await part(job, 'base.sealed', copy.content());
  const password = await readFile(join(job.config.dataDir, 'pg-password'));
  const parts = [base, await part(job, 'password.sealed', only(password))];
  return { kind: 'cluster', ...facts, wal: copy.wal, parts };
}

/** A server of one's own: pg_dump. One snapshot for the figures and the dump, so that they agree to the row. */
export async function dumpDatabase(client: Client, job: Job): Promise<DatabasePart> {
  const { config } = job;
  const [server] = (
    await client.query<{ num: string }>(`SELECT current_setting('server_version_num') AS num`)
  ).rows;
  const program = await findTool('pg_dump', Math.floor(Number(server?.num) / 10_000), config.PG_TOOLS_DIR);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  const facts = await readFacts(client);
  const [snapshot] = (await client.query<{ id: string }>('SELECT pg_export_snapshot() AS id')).rows;
  const args = ['--format=custom', '--compress=0', '--no-password', `--snapshot=${snapshot?.id ?? ''}`];
  const tool = startTool(program, args, config.BACKUP_DATABASE_URL ?? config.DATABASE_URL ?? '');
  const written = await part(job, 'database.sealed', tool.stdout as AsyncIterable<Buffer>);
  await tool.ended;
  await client.query('COMMIT');
  return { kind: 'dump', ...facts, parts: [written] };
}

async function part(job: Job, name: string, source: AsyncIterable<Buffer>): Promise<Part> {
  return { name, ...(await writePart(join(job.draft, name), job.key, bindingOf(job.id, name), source)) };
}

/** A part opens in its own backup and place only. */
export function bindingOf(id: string, name: string): string {
  return `backup|${id}|${name}`;
}

// eslint-disable-next-line @typescript-eslint/require-await -- a source is asynchronous
async function* only(content: Buffer): AsyncGenerator<Buffer> {
  yield content;
}
