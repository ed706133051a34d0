import { randomUUID } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { reportBody } from '../support/journey';
import { jpeg } from '../support/sample-files';
import type { Client } from '../support/test-app';
import { LIMIT_MS, quick, report } from './counts';
import { RealProcess } from './real-process';

jest.setTimeout(LIMIT_MS);

const KILLS = quick(5, 200);

/** Files and rows agree whenever the process dies (R20): never a row without its file, a file without a row for the sweep. */
describe('a process killed between file and row', () => {
  let real: RealProcess;
  let teacher: Client;
  let reportId: string;

  beforeAll(async () => {
    real = await RealProcess.prepare();
    await real.start();
    teacher = await real.as('teacher');
    ({ id: reportId } = await teacher.ok<{ id: string }>(
      '/reports',
      reportBody({ situations: ['DROPOUT'] }),
    ));
    await real.untilDelivered();
    await real.stop();
  });
  afterAll(() => real.remove());

  it('R20: the repeat succeeds, once, and every row has its file', async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const file = { kind: 'report', id: reportId, purpose: 'OTHER', name: 'a.jpg', bytes: jpeg(`${kill}`) };
      const key = randomUUID();
      await real.start('after-file-before-commit');
      await expect(teacher.upload(file, { key })).rejects.toThrow();
      await real.died();
      expect(await rows()).toHaveLength(kill);
      await real.start();
      expect((await teacher.upload(file, { key })).status).toBe(201);
      await real.untilDelivered();
      await real.stop();
    }
    expect(real.hits('after-file-before-commit')).toBe(KILLS);
    const ids = await rows();
    expect(ids).toHaveLength(KILLS);
    const missing = filesMissing(ids);
    report('R20', { kills: KILLS, hits: real.hits('after-file-before-commit'), missing: missing.length });
    expect(missing).toEqual([]);
  });

  it('R20 control: a row whose file is gone is found', async () => {
    const [id = ''] = await rows();
    rmSync(fileOf(id));
    expect(filesMissing(await rows())).toEqual([id]);
  });

  function fileOf(id: string): string {
    return join(real.dataDir, 'attachments', id.slice(-2), `${id}.sealed`);
  }

  function filesMissing(ids: readonly string[]): string[] {
    return ids.filter((id) => !existsSync(fileOf(id)));
  }

  async function rows(): Promise<string[]> {
    const found = await real.owner.query<{ id: string }[]>('SELECT id FROM attachment ORDER BY uploaded_at');
    return found.map(({ id }) => id);
  }
});
