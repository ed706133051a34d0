import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { reportBody } from '../support/journey';
import { jpeg } from '../support/sample-files';
import type { Client } from '../support/test-app';
import type { LostInstallation, Said } from './lost-installation';

/** A report the sender was told is filed, and when. */
interface Acknowledged {
  readonly id: string;
  readonly at: number;
}

export interface DrillResult {
  /** Seconds of acknowledged work before the loss that did not come back. */
  readonly rpoSeconds: number;
  /** From the loss to a program that answers. */
  readonly rtoSeconds: number;
  readonly acknowledged: number;
  readonly restored: number;
  /** Filed before one that came back, and yet gone: a hole, which no delay explains. */
  readonly holes: number;
  readonly backup: Said;
  readonly restore: Said;
}

export interface DrillOptions {
  /** Length of the load before and after the backup. */
  readonly seconds: number;
  /** So many pieces of WAL reach the archive after the backup, whatever the load. */
  readonly pieces?: number;
  /** Stands in every narrative, to be looked for afterwards. */
  readonly canary: string;
}

const SENDERS = 4;
const PAUSE_MS = 200;

/**
 * Reports are filed while the backup runs; then the machine is lost in the middle of the load, the backup goes to another
 * data folder, and what senders were promised is compared with what is there (security.md R18).
 */
export async function drill(installation: LostInstallation, options: DrillOptions): Promise<DrillResult> {
  const { seconds, canary } = options;
  await installation.start('first');
  await installation.seed('first');
  // Places and people are read when a process starts.
  await installation.stop();
  await installation.start('first');
  const teacher = await installation.asTeacher();
  const load = new Load(teacher, canary);
  load.start();
  await sleep(seconds * 1_000);
  const backup = await installation.backUp('first');
  await sleep(seconds * 1_000);
  if (options.pieces !== undefined) await installation.closeWal('first', options.pieces);
  const lostAt = Date.now();
  await installation.lose('first');
  await load.ended;
  if (load.refusal) throw load.refusal;
  const restore = await installation.restore('second');
  if (restore.code !== 0) throw new Error(restore.text);
  await installation.start('second');
  const rtoSeconds = (Date.now() - lostAt) / 1_000;
  const there = await idsOf(installation, 'second');
  const last = load.acknowledged.filter(({ id }) => there.has(id)).at(-1);
  const lost = load.acknowledged.filter(({ id }) => !there.has(id));
  return {
    rpoSeconds: lost[0] === undefined ? 0 : (lostAt - lost[0].at) / 1_000,
    rtoSeconds,
    acknowledged: load.acknowledged.length,
    restored: load.acknowledged.length - lost.length,
    // Answers overtake each other by less than this.
    holes: lost.filter(({ at }) => at < (last?.at ?? 0) - 1_000).length,
    backup,
    restore,
  };
}

/** Ids of the reports in the running database of a data folder. */
export async function idsOf(installation: LostInstallation, name: string): Promise<Set<string>> {
  const owner = await installation.owner(name);
  try {
    const rows = await owner.query<{ id: string }[]>('SELECT id FROM report');
    return new Set(rows.map(({ id }) => id));
  } finally {
    await owner.destroy();
  }
}

/** Teachers who file reports, now and then with a photograph, until nobody answers. */
class Load {
  readonly acknowledged: Acknowledged[] = [];
  ended: Promise<unknown> = Promise.resolve();
  refusal: Error | undefined;

  constructor(
    private readonly teacher: Client,
    private readonly canary: string,
  ) {}

  start(): void {
    this.ended = Promise.all(Array.from({ length: SENDERS }, (_, sender) => this.send(sender)));
  }

  private async send(sender: number): Promise<void> {
    try {
      for (let count = 0; ; count += 1) {
        await this.file(sender === 0 && count % 10 === 0);
        await sleep(PAUSE_MS);
      }
    } catch (error) {
      // That fetch itself fails is what losing a machine looks like; an answer that says no is not.
      // By name: a test runs in another realm.
      if ((error as Error).name !== 'TypeError') this.refusal = error as Error;
    }
  }

  private async file(withPhoto: boolean): Promise<void> {
    const body = reportBody({ facts: `${this.canary} ${randomUUID()}`, situations: ['DROPOUT'] });
    const { id } = await this.teacher.ok<{ id: string }>('/reports', body);
    this.acknowledged.push({ id, at: Date.now() });
    if (!withPhoto) return;
    const file = { kind: 'report', id, purpose: 'OTHER', name: 'a.jpg', bytes: jpeg(id) };
    const { status } = await this.teacher.upload(file);
    if (status !== 201) throw new Error(`Upload: ${status}`);
  }
}
