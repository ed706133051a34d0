import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileKeyStore } from '@tonghu/backend/platform/crypto';
import { visibility } from '@tonghu/backend/platform/database';
import {
  add,
  type AttachmentList,
  filesOf,
  type Link,
  names,
  open,
  type Problem,
} from '../../support/attachments';
import { docx, pdf } from '../../support/sample-files';
import { openCase, type Order } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** 附件 end to end: who may add, who may open what, and what is left of it where (security.md F01, F04, D06, L01). */
describe('attachments', () => {
  let app: TestApp;
  let dir: string;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];
  let teacher: Client;
  let intake: Client;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'tonghu-attachments-'));
    app = await TestApp.start({
      env: { ATTACHMENT_DIR: dir },
    });
    ({ reportId, caseId, orders, teacher, intake } = await openCase(app));
  }, 60_000);
  afterAll(async () => {
    await app.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const onDisk = (): string[] =>
    readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(sealed|part)$/.test(name));
  const caseFiles = (client: Client): Promise<AttachmentList | null> => filesOf(client, `/cases/${caseId}`);
  async function orderOf(kind: string): Promise<Order> {
    const { agencies } = await intake.read<{ agencies: { id: string; kind: string }[] }>('/reference');
    const found = orders.find(({ agencyId }) =>
      agencies.some((each) => each.id === agencyId && each.kind === kind),
    );
    if (found === undefined) throw new Error(`No order to ${kind}`);
    return found;
  }
  const audits = (action: string, id: string): Promise<{ outcome: string; detail: unknown }[]> =>
    app.owner.query(
      'SELECT outcome, detail FROM audit_entry WHERE action = $1 AND subject_id = $2 ORDER BY at',
      [action, id],
    );

  it('come back as they were given, with name, hash and headers that keep them inert', async () => {
    const bytes = docx({ name: 'word/media/x.png', content: 'x'.repeat(200_000) });
    const name = '走访记录 "一"\u202e.docx';
    const { status, body } = await add(intake, 'case', caseId, 'DOCUMENT', { name, bytes });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      name: '走访记录 _一_.docx',
      size: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'),
      state: 'stored',
      viewable: false,
    });
    const file = await open(intake, body.id);
    expect(file?.body.equals(bytes)).toBe(true);
    expect(Object.fromEntries(file?.headers ?? [])).toMatchObject({
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': expect.stringContaining(
        `attachment; filename="____ ___.docx"; filename*=UTF-8''%E8%B5%B0`,
      ),
      'content-length': String(bytes.length),
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox$/),
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    });
    expect(
      (await intake.post<Problem>(`/attachments/${body.id}/link`, { mode: 'view' })).body.errors?.mode?.[0],
    ).toContain('不能直接查看');
    expect(
      (await intake.post<Problem>(`/attachments/${body.id}/link`, { mode: 'download' })).body.errors?.reason,
    ).toEqual(['请选择下载的用途']);
  });

  it('are shown in place only when a browser can do so safely', async () => {
    const photo = await add(intake, 'case', caseId, 'SCENE_PHOTO', { name: '现场.jpg' });
    const paper = await add(intake, 'case', caseId, 'DOCUMENT', { name: '告诫书.pdf', bytes: pdf() });
    for (const [{ body }, policy] of [
      [photo, /sandbox$/],
      [paper, /^default-src 'none'(?!.*script-src)/],
    ] as const) {
      const shown = await open(intake, body.id, 'view');
      expect(shown?.headers.get('content-disposition')).toMatch(/^inline; /);
      expect(shown?.headers.get('content-security-policy')).toMatch(policy);
    }
  });

  it('record each step in the case and in the audit log, opening and link alike (L01)', async () => {
    const { body } = await add(intake, 'case', caseId, 'MEDICAL');
    await open(intake, body.id);
    await open(intake, body.id, 'view');
    expect(await audits('attachment.link', body.id)).toMatchObject([
      { outcome: 'ok', detail: { mode: 'download', reason: 'CASEWORK', purpose: 'MEDICAL', record: caseId } },
      { outcome: 'ok', detail: { mode: 'view' } },
    ]);
    expect(await audits('attachment.open', body.id)).toHaveLength(2);
    const file = await intake.read<{ timeline: { action: string; label: string }[] }>(`/cases/${caseId}`);
    expect(file.timeline.filter(({ action }) => action === 'case.attachment-added').at(-1)?.label).toBe(
      '已添加附件',
    );
  });

  it('of a case are there for who works on it, and for nobody else', async () => {
    const before = onDisk().length;
    expect(names(await caseFiles(await app.as('station')))?.length).toBeGreaterThan(2);
    const [item] = (await caseFiles(intake))?.items ?? [];
    const id = item?.id ?? '';
    for (const who of [
      'policeStation',
      'women',
      'hospital',
      'xhIntake',
      'xhStation',
      'otherStation',
      'teacher',
    ] as const) {
      const client = await app.as(who);
      expect([who, (await client.post(`/attachments/${id}/link`, { mode: 'view' })).status]).toEqual([
        who,
        404,
      ]);
      expect([who, (await add(client, 'case', caseId, 'OTHER')).status]).toEqual([who, 404]);
      const page = await client.get<{ attachments: unknown; _masked: string[] }>(`/cases/${caseId}`);
      if (page.status === 200) {
        expect([who, page.body.attachments]).toEqual([who, null]);
        expect(page.body._masked).toContain('attachments');
      }
    }
    expect((await (await app.as('admin')).post(`/attachments/${id}/link`, { mode: 'view' })).status).toBe(
      403,
    );
    expect(onDisk()).toHaveLength(before);
    const unknown = await intake.post(`/attachments/${randomUUID()}/link`, { mode: 'view' });
    expect(unknown.status).toBe(404);
    expect(
      (await audits('attachment.link', id)).filter(({ outcome }) => outcome === 'refused').length,
    ).toBeGreaterThan(5);
  });

  it('still are not with the application’s own check stubbed open: the second wall holds (A06)', async () => {
    const kept = { ...visibility };
    const [item] = (await caseFiles(intake))?.items ?? [];
    try {
      Object.assign(visibility, Object.fromEntries(Object.keys(kept).map((noun) => [noun, () => 'true'])));
      for (const who of ['women', 'hospital', 'xhIntake', 'otherStation', 'teacher'] as const)
        expect(
          (await (await app.as(who)).post(`/attachments/${item?.id}/link`, { mode: 'view' })).status,
        ).toBe(404);
    } finally {
      Object.assign(visibility, kept);
    }
  });

  it('about the placement are hidden from the village', async () => {
    const { agencies, users } = await intake.read<{
      agencies: { id: string; kind: string; regionCode: string }[];
      users: { id: string; agencyId: string; role: string }[];
    }>('/reference');
    const worker = users.find(
      ({ role, agencyId }) =>
        role === 'child_director' &&
        agencies.some((each) => each.id === agencyId && each.regionCode === '990101100200'),
    );
    await (
      await app.as('station')
    ).ok(`/cases/${caseId}/actions/assign`, { agencyId: worker?.agencyId, userId: worker?.id });
    const { body } = await add(intake, 'case', caseId, 'PLACEMENT', { name: '安置协议.pdf', bytes: pdf() });
    const director = await app.as('director');
    const seen = await caseFiles(director);
    expect(names(seen)).toContain('现场.jpg');
    expect(names(seen)).not.toContain('安置协议.pdf');
    expect(seen?.addable.map(({ code }) => code)).not.toContain('PLACEMENT');
    expect((await director.post(`/attachments/${body.id}/link`, { mode: 'view' })).status).toBe(404);
    expect((await add(director, 'case', caseId, 'PLACEMENT')).body.errors?.purpose?.[0]).toContain(
      '不能添加',
    );
    expect(names(await caseFiles(await app.as('station')))).toContain('安置协议.pdf');
  });

  it('of a report: the reporter has the own ones, intake all, agencies none', async () => {
    const mine = await add(teacher, 'report', reportId, 'REPORT_MATERIAL', {
      name: '初核材料.pdf',
      bytes: pdf(),
    });
    expect(mine.status).toBe(201);
    await add(intake, 'report', reportId, 'OTHER', { name: '电话记录.jpg' });
    const list = (client: Client) => filesOf(client, `/reports/${reportId}`);
    expect(names(await list(teacher))).toEqual(['初核材料.pdf']);
    const all = (await list(intake))?.items ?? [];
    expect(all.map(({ name, uploadedByName }) => [name, uploadedByName !== null])).toEqual([
      ['初核材料.pdf', false],
      ['电话记录.jpg', true],
    ]);
    expect((await open(teacher, all[0]?.id ?? ''))?.status).toBe(200);
    expect((await teacher.post(`/attachments/${all[1]?.id}/link`, { mode: 'view' })).status).toBe(404);
    for (const who of ['station', 'policeStation', 'civil', 'xhTeacher'] as const)
      expect(
        (await (await app.as(who)).post(`/attachments/${all[0]?.id}/link`, { mode: 'view' })).status,
      ).toBe(404);
    await app.drain();
    const notices = await intake.read<{ data: { title: string; subjectId?: string }[] }>(
      '/notices?limit=100',
    );
    expect(notices.data.filter(({ title }) => title.includes('补充材料'))).toHaveLength(1);
  });

  it('of a work order: between holder and issuer, from the receipt on, until it is given back', async () => {
    const women = await app.as('women');
    const order = await orderOf('women_federation');
    const files = (client: Client) => filesOf(client, `/work-orders/${order.id}`);
    expect(await files(women)).toMatchObject({ addable: [], notAddable: '请先签收协办单，再添加附件。' });
    expect((await add(women, 'work_order', order.id, 'REPLY')).body.detail).toContain('请先签收');
    await women.ok(`/work-orders/${order.id}/actions/accept`);
    expect((await add(women, 'work_order', order.id, 'REPLY', { name: '回复.jpg' })).status).toBe(201);
    expect(
      (await add(intake, 'work_order', order.id, 'LETTER', { name: '函.pdf', bytes: pdf() })).status,
    ).toBe(201);
    expect((await add(women, 'work_order', order.id, 'LETTER')).status).toBe(422);
    expect(names(await files(women))).toEqual(['回复.jpg', '函.pdf']);
    expect(names(await files(intake))).toEqual(['回复.jpg', '函.pdf']);
    expect(names(await caseFiles(intake))).toEqual(expect.arrayContaining(['回复.jpg', '函.pdf']));
    const [reply, letter] = (await files(women))?.items ?? [];
    expect((await open(women, letter?.id ?? ''))?.status).toBe(200);
    const police = await app.as('policeStation');
    expect((await police.post(`/attachments/${reply?.id}/link`, { mode: 'view' })).status).toBe(404);
    await women.ok(`/work-orders/${order.id}/actions/return`, {
      reasonCode: 'NOT_OUR_DUTY',
      note: '不是本单位职责',
    });
    expect(await files(women)).toBeNull();
    for (const file of [reply, letter])
      expect((await women.post(`/attachments/${file?.id}/link`, { mode: 'view' })).status).toBe(404);
    expect(await files(intake)).toMatchObject({
      addable: [],
      notAddable: '协办单已退回或撤回，不能再添加附件。',
    });
  });

  it('open by a link that is one person’s, one file’s, one use’s and two minutes’ (F04)', async () => {
    const [first, second] = (await caseFiles(intake))?.items ?? [];
    const { url, expiresAt } = await intake.ok<Link>(`/attachments/${first?.id}/link`, {
      mode: 'download',
      reason: 'PRINT',
    });
    expect(url).toMatch(
      /^\/api\/v1\/attachments\/[0-9a-f-]{36}\/content\?mode=download&until=\d+&sign=[\w-]{43}$/,
    );
    expect(Date.parse(expiresAt) - app.now().getTime()).toBeLessThanOrEqual(120_000);
    expect((await intake.download(url)).status).toBe(200);
    // A colleague with every right, a stranger, and nobody at all.
    expect((await (await app.as('intake2')).download(url)).status).toBe(404);
    expect((await (await app.as('xhIntake')).download(url)).status).toBe(404);
    expect((await app.anyone.download(url)).status).toBe(401);
    for (const forged of [
      url.replace('mode=download', 'mode=view'),
      url.replace(first?.id ?? '', second?.id ?? ''),
      url.replace(/until=(\d+)/, (_, until: string) => `until=${Number(until) + 60_000}`),
      url.replace(/sign=./, (sign) => (sign === 'sign=A' ? 'sign=B' : 'sign=A')),
      url.replace(/&sign=.*/, ''),
      url.replace(/\?.*/, ''),
    ])
      expect([forged, (await intake.download(forged)).status]).toEqual([forged, 404]);
    await app.advanceTo(new Date(Date.parse(expiresAt) + 1_000));
    const late = await intake.download(url);
    expect([late.status, late.body.toString()]).toEqual([410, expect.stringContaining('两分钟内有效')]);
  });

  it('are authorised again when the link is used: sight lost in between is sight lost', async () => {
    const station = await app.as('station');
    const [item] = (await caseFiles(station))?.items ?? [];
    const { url } = await station.ok<Link>(`/attachments/${item?.id}/link`, {
      mode: 'download',
      reason: 'PRINT',
    });
    expect((await station.download(url)).status).toBe(200);
    await app.owner.query(
      `UPDATE case_access SET valid_until = $2 WHERE case_id = $1 AND reason = 'region'`,
      [caseId, app.now()],
    );
    try {
      expect((await station.download(url)).status).toBe(404);
    } finally {
      await app.owner.query(
        `UPDATE case_access SET valid_until = NULL WHERE case_id = $1 AND reason = 'region'`,
        [caseId],
      );
    }
    expect((await station.download(url)).status).toBe(200);
  });

  it('are taken back with a reason, kept as evidence, and closed to everybody else', async () => {
    const [item] = ((await caseFiles(intake))?.items ?? []).filter(({ purpose }) => purpose === 'MEDICAL');
    const id = item?.id ?? '';
    const director = await app.as('director');
    expect((await director.post(`/attachments/${id}/actions/withdraw`, { reason: '试试' })).status).toBe(404);
    expect((await intake.post(`/attachments/${id}/actions/withdraw`, {})).status).toBe(422);
    await intake.ok(`/attachments/${id}/actions/withdraw`, { reason: '传成了别的孩子的病历' });
    expect(
      (await intake.post<Problem>(`/attachments/${id}/actions/withdraw`, { reason: '再试' })).status,
    ).toBe(409);
    const seen = (await caseFiles(director))?.items.find((file) => file.id === id);
    expect(seen).toMatchObject({
      state: 'withdrawn',
      name: '已撤回的附件',
      canOpen: false,
      withdrawalReason: null,
    });
    expect((await director.post(`/attachments/${id}/link`, { mode: 'view' })).status).toBe(404);
    expect((await open(intake, id))?.status).toBe(200);
    expect((await caseFiles(intake))?.items.find((file) => file.id === id)?.withdrawalReason).toContain(
      '别的孩子',
    );
  });

  it('never change: neither the row nor the file', async () => {
    const [item] = (await caseFiles(intake))?.items ?? [];
    for (const change of [
      `sha256 = '\\x00'`,
      `size_bytes = 1`,
      `key_id = gen_random_uuid()`,
      `name = '\\x00'`,
      `purpose = 'OTHER2'`,
    ])
      await expect(
        app.owner.query(`UPDATE attachment SET ${change} WHERE id = $1`, [item?.id]),
      ).rejects.toThrow('immutable');
    const path = join(dir, item?.id.slice(-2) ?? '', `${item?.id}.sealed`);
    const sealed = readFileSync(path);
    writeFileSync(path, Buffer.concat([sealed.subarray(0, -20), Buffer.alloc(20)]));
    const broken = await open(intake, item?.id ?? '').catch(() => undefined);
    expect(broken === undefined || broken.status === 500).toBe(true);
    writeFileSync(path, sealed);
    expect((await open(intake, item?.id ?? ''))?.status).toBe(200);
  });

  it('end with the child’s key, in the list and on the way to the file (D06)', async () => {
    const fresh = await openCase(app);
    const { body } = await add(intake, 'case', fresh.caseId, 'OTHER', { name: '将被销毁.jpg' });
    const [row] = await app.owner.query<{ child_id: string }[]>(
      'SELECT child_id FROM case_file WHERE id = $1',
      [fresh.caseId],
    );
    const { url } = await intake.ok<Link>(`/attachments/${body.id}/link`, { mode: 'view' });
    await app.app.get(FileKeyStore).destroy(row?.child_id ?? '');
    const list = await filesOf(intake, `/cases/${fresh.caseId}`);
    expect(list?.items).toMatchObject([{ name: '已销毁', canOpen: false }]);
    expect((await intake.download(url)).status).toBe(410);
  });
});
