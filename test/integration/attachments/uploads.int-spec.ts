import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { type ClientRequest, request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { OrphanSweep } from '@tonghu/backend/support/attachments';
import { add, type Attachment, open, type Problem } from '../../support/attachments';
import { jpeg, pdf } from '../../support/sample-files';
import { openCase } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const DAY_MS = 86_400_000;

/** What goes wrong on the way in leaves neither row nor file, and says what to do (security.md F01, F02, R02, R20). */
describe('an upload', () => {
  let app: TestApp;
  let dir: string;
  let caseId: string;
  let intake: Client;
  let cookie: string;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tonghu-uploads-'));
    app = await TestApp.start({
      env: { ATTACHMENT_DIR: dir, ATTACHMENT_MAX_MB: '2', ATTACHMENT_MAX_FILES: '6' },
    });
    ({ caseId, intake } = await openCase(app));
    const credentials = { username: 'shouli1', password: 'Demo-2026-tonghu' };
    const session = await app.anyone.call('POST', '/session', credentials, {});
    cookie = session.headers.get('set-cookie')?.split(';')[0] ?? '';
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const onDisk = (): string[] =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(sealed|part)$/.test(name));
  const rows = async (): Promise<number> => {
    const [row] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM attachment');
    return row?.n ?? 0;
  };
  const nothingNew = async (work: () => Promise<void>): Promise<void> => {
    const before = [onDisk().length, await rows()];
    await work();
    for (let tries = 0; onDisk().length !== before[0] && tries < 40; tries += 1) await sleep(50);
    expect([onDisk().length, await rows()]).toEqual(before);
  };
  /** A sender in full control of how it sends. */
  function sender(headers: Record<string, string> = {}): {
    request: ClientRequest;
    status: Promise<number | 'cut'>;
  } {
    const request = httpRequest(
      `${app.url}/api/v1/attachments?subjectKind=case&subjectId=${caseId}&purpose=OTHER`,
      {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/octet-stream',
          'x-file-name': 'a.jpg',
          'idempotency-key': randomUUID(),
          ...headers,
        },
      },
    );
    const status = new Promise<number | 'cut'>((done) => {
      request.on('response', (response) => done(response.resume().statusCode ?? 0));
      request.on('error', () => done('cut'));
    });
    return { request, status };
  }

  it('are refused in words that help: too large, of no allowed type, two in one, too many, nothing left on disk', async () => {
    const before = onDisk();
    const [row] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM attachment');
    const large = await add(intake, 'case', caseId, 'OTHER', {
      bytes: Buffer.concat([jpeg(), Buffer.alloc(2_100_000, 1)]),
    });
    expect([large.status, large.body.detail]).toEqual([413, expect.stringContaining('不能超过 2 MB')]);
    const page = await add(intake, 'case', caseId, 'OTHER', {
      name: '照片.jpg',
      bytes: Buffer.from('<svg onload=alert(1)>'),
    });
    expect([page.status, page.body.detail]).toEqual([415, expect.stringContaining('可以上传：照片')]);
    const two = await add(intake, 'case', caseId, 'OTHER', { bytes: pdf('<</S/JavaScript/JS(x)>>') });
    expect([two.status, two.body.errors?.file?.[0]]).toEqual([422, expect.stringContaining('脚本')]);
    const many = await openCase(app);
    for (let n = 0; n < 6; n += 1) expect((await add(intake, 'case', many.caseId, 'OTHER')).status).toBe(201);
    const full = await add(intake, 'case', many.caseId, 'OTHER');
    expect([full.status, full.body.detail]).toEqual([409, expect.stringContaining('附件已有 6 个')]);
    const [after] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM attachment');
    expect(after?.n).toBe((row?.n ?? 0) + 6);
    expect(onDisk()).toHaveLength(before.length + 6);
  });

  it('say what is wrong with the request itself', async () => {
    const send = (query: string, headers: Record<string, string>, body: unknown = jpeg()) =>
      intake.call<Problem>('POST', `/attachments?${query}`, body, { key: randomUUID(), headers });
    const sound = `subjectKind=case&subjectId=${caseId}&purpose=OTHER`;
    const binary = { 'content-type': 'application/octet-stream', 'x-file-name': 'a.jpg' };
    const wrong: [string, Record<string, string>, number, string][] = [
      [sound, { 'content-type': 'application/octet-stream' }, 422, 'name'],
      [sound, { ...binary, 'x-file-name': '%E4%' }, 422, 'name'],
      [sound.replace('case', 'person'), binary, 422, 'subjectKind'],
      [sound.replace(caseId, '1'), binary, 422, 'subjectId'],
      [sound.replace('OTHER', 'LETTER'), binary, 422, 'purpose'],
      [sound.replace('OTHER', 'constructor'), binary, 422, 'purpose'],
      ['', binary, 422, 'purpose'],
    ];
    for (const [query, headers, status, field] of wrong) {
      const reply = await send(query, headers);
      expect([query, reply.status, Object.keys(reply.body.errors ?? {})]).toEqual([
        query,
        status,
        expect.arrayContaining([field]),
      ]);
    }
    expect((await send(sound, { 'content-type': 'application/json' }, { a: 1 })).status).toBe(415);
    expect((await send(sound, { 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(422);
    const foreign = await send(sound, { ...binary, origin: 'https://evil.example' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FOREIGN_ORIGIN']);
  });

  it('sent twice under one key are one; another file under it is refused (R02)', async () => {
    const fresh = await openCase(app);
    const file = { kind: 'case', id: fresh.caseId, purpose: 'OTHER', name: 'a.jpg', bytes: jpeg('once') };
    const key = randomUUID();
    const before = onDisk().length;
    const tries = await Promise.all([1, 2, 3].map(() => intake.upload<Attachment>(file, { key })));
    expect(tries.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(tries.map(({ body }) => body.id)).size).toBe(1);
    const other = await intake.upload<Problem>({ ...file, bytes: jpeg('another') }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_CONFLICT']);
    expect(onDisk()).toHaveLength(before + 1);
  });

  it('that breaks off half-way leaves nothing', async () =>
    nothingNew(async () => {
      const { request, status } = sender({ 'content-length': '1000000' });
      request.write(Buffer.concat([jpeg(), Buffer.alloc(300_000, 1)]));
      await sleep(300);
      expect(onDisk().filter((name) => name.endsWith('.part'))).toHaveLength(1);
      request.destroy();
      expect(await status).toBe('cut');
    }));

  it('of a gigabyte is ended within seconds, announced or not, and memory stays flat (F02)', async () =>
    nothingNew(async () => {
      const announced = sender({ 'content-length': '1000000000' });
      announced.request.write(jpeg());
      const rss = process.memoryUsage().rss;
      const began = performance.now();
      expect([413, 'cut']).toContain(await announced.status);
      const endless = sender();
      const part = Buffer.alloc(1_000_000, 1);
      endless.request.write(jpeg());
      let sent = 0;
      for (let answer: unknown; answer === undefined && sent < 1_000; sent += 1) {
        const wrote = new Promise<undefined>((done) => endless.request.write(part, () => done(undefined)));
        answer = await Promise.race([endless.status, wrote]);
      }
      expect([413, 'cut']).toContain(await endless.status);
      expect(performance.now() - began).toBeLessThan(10_000);
      expect(sent).toBeLessThan(100);
      expect(process.memoryUsage().rss - rss).toBeLessThan(200_000_000);
    }));

  it('is one of three at a time for one person; the fourth is told to wait, others are not held up', async () =>
    nothingNew(async () => {
      const slow = [1, 2, 3].map(() => {
        const one = sender({ 'content-length': '1000000' });
        one.request.write(jpeg());
        return one;
      });
      await sleep(300);
      const fourth = await add(intake, 'case', caseId, 'OTHER');
      expect([fourth.status, fourth.body.code]).toEqual([429, 'TOO_MANY_UPLOADS']);
      const other = await openCase(app);
      const colleague = await add(await app.as('intake2'), 'case', other.caseId, 'OTHER', {
        bytes: Buffer.from('x'),
      });
      expect(colleague.status).toBe(415);
      for (const { request } of slow) request.destroy();
      await Promise.all(slow.map(({ status }) => status));
      await sleep(200);
      expect((await add(intake, 'case', other.caseId, 'OTHER', { bytes: Buffer.from('x') })).status).toBe(
        415,
      );
    }));

  it('stops before the disk is full, so that the database keeps its room', async () => {
    const tight = await TestApp.start({ env: { ATTACHMENT_DIR: dir, ATTACHMENT_KEEP_FREE_MB: '900000000' } });
    try {
      const fresh = await openCase(tight);
      const before = onDisk().length;
      const reply = await add(fresh.intake, 'case', fresh.caseId, 'OTHER');
      expect([reply.status, reply.body.code, reply.body.detail]).toEqual([
        507,
        'STORAGE_FULL',
        expect.stringContaining('联系系统管理员'),
      ]);
      expect(onDisk()).toHaveLength(before);
      expect((await fresh.intake.get(`/cases/${fresh.caseId}`)).status).toBe(200);
    } finally {
      await tight.stop();
    }
  });

  const small = mountSmallDisk();
  (small === undefined ? it.skip : it)('on a disk that is full leaves nothing half-written', async () => {
    const folder = small ?? '';
    const full = await TestApp.start({
      env: { ATTACHMENT_DIR: join(folder, 'a'), ATTACHMENT_KEEP_FREE_MB: '0' },
    });
    try {
      const fresh = await openCase(full);
      const bytes = Buffer.concat([jpeg(), Buffer.alloc(1_200_000, 1)]);
      expect((await add(fresh.intake, 'case', fresh.caseId, 'OTHER')).status).toBe(201);
      const reply = await add(fresh.intake, 'case', fresh.caseId, 'OTHER', { bytes });
      expect([reply.status, reply.body.code]).toEqual([507, 'STORAGE_FULL']);
      const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.includes('.'),
      );
      expect(left).toHaveLength(1);
      // With room again, everything is as before.
      expect((await add(fresh.intake, 'case', fresh.caseId, 'OTHER')).status).toBe(201);
    } finally {
      await full.stop();
      execFileSync('umount', [folder]);
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('that a crash cut off is swept away; a file with a row is never touched (R20)', async () => {
    const fresh = await openCase(app);
    const { body } = await add(intake, 'case', fresh.caseId, 'OTHER');
    const kept = join(dir, body.id.slice(-2), `${body.id}.sealed`);
    const make = (suffix: string, ageMs: number): string => {
      const id = randomUUID();
      mkdirSync(join(dir, id.slice(-2)), { recursive: true });
      const path = join(dir, id.slice(-2), `${id}.${suffix}`);
      writeFileSync(path, 'x');
      utimesSync(path, new Date(), new Date(Date.now() - ageMs));
      return path;
    };
    const gone = [make('part', 2 * 3_600_000), make('sealed', DAY_MS), make('sealed', 30 * DAY_MS)];
    const young = [make('part', 60_000), make('sealed', 3_600_000)];
    utimesSync(kept, new Date(), new Date(Date.now() - 400 * DAY_MS));
    const sweep = app.app.get(OrphanSweep);
    expect(await sweep.sweep(new Date())).toEqual({ deleted: 1, aside: 2 });
    expect(await sweep.sweep(new Date())).toEqual({ deleted: 0, aside: 0 });
    const left = onDisk().map((name) => join(dir, name));
    for (const path of gone) expect(left).not.toContain(path);
    for (const path of [...young, kept]) expect(left).toContain(path);
    // Set aside, not deleted: an older database may have been restored by mistake.
    expect(readdirSync(join(dir, 'aside'))).toHaveLength(2);
    expect((await open(intake, body.id))?.status).toBe(200);
  });
});

/** A disk of one megabyte, where the machine lets us have one (root). */
function mountSmallDisk(): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'tonghu-small-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
    return folder;
  } catch {
    rmSync(folder, { recursive: true, force: true });
    return undefined;
  }
}
