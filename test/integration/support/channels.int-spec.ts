import { type Page, type Report, reportBody } from '../../support/journey';
import { Gateway, silence, status, yes } from '../../support/gateway';
import { type Client, TestApp } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(60_000);

const URGENT = { situations: ['MR6'] };
const INTAKE = '平新县未成年人保护受理中心';
const PUBLIC_URL = 'https://tonghu.example.gov.cn';
const OFFICER = { phone: '13900000011', email: 'lin@example.gov.cn' };

interface Dispatch {
  readonly channel: string;
  readonly personName: string | null;
  readonly state: string;
  readonly reason: string | null;
}

/** 通知渠道: an urgent call leaves the console, once, without a story, and only to whom it may. */
describe('notices outside the console', () => {
  let app: TestApp;
  let sms: Gateway;
  let group: Gateway;
  let teacher: Client;
  let intake: Client;
  let users: Readonly<Record<string, string>>;

  beforeEach(async () => {
    [sms, group] = [await Gateway.open(), await Gateway.open()];
    group.answer = yes({ errcode: 0 });
    app = await TestApp.start({
      now: '2026-01-16T21:00:00+08:00',
      env: {
        PUBLIC_URL,
        NOTIFY_TIMEOUT_MS: '300',
        NOTIFY_SMS_URL: sms.url,
        NOTIFY_SMS_BODY: '{"to":"{{phone}}","text":"{{text}}","id":"{{id}}"}',
        NOTIFY_WECOM_URL: group.url,
      },
    });
    [teacher, intake] = [await app.as('teacher'), await app.as('intake')];
    const { agencies, users: people } = await intake.read<{
      agencies: { id: string; name: string }[];
      users: { id: string; displayName: string }[];
    }>('/reference');
    users = Object.fromEntries(people.map(({ id, displayName }) => [displayName, id]));
    const days = [
      { day: '2026-01-16', officerIds: [users['林知夏'], users['周予安']], leaderId: users['周予安'] },
    ];
    const agencyId = agencies.find(({ name }) => name === INTAKE)?.id;
    await intake.ok('/duty/weeks', { agencyId, from: '08:30', to: '08:30', days });
    expect((await intake.put('/my-contact', { ...OFFICER, agreed: true })).status).toBe(200);
  }, 60_000);
  afterEach(async () => {
    await app.stop();
    await Promise.all([sms.close(), group.close()]);
  });

  const file = async (): Promise<Report> => teacher.ok<Report>('/reports', reportBody(URGENT));
  const pass = async (seconds: number): Promise<void> => {
    await app.advanceTo(new Date(app.now().getTime() + seconds * 1000));
    await app.drain();
  };
  const stored = (): Promise<{ channel: string; state: string; reason: string | null }[]> =>
    app.owner.query(
      'SELECT d.channel, d.state, d.reason FROM notice_dispatch d JOIN notice n ON n.id = d.notice_id ORDER BY n.created_at, d.channel',
    );
  const texts = (): { to: string; text: string; id: string }[] =>
    sms.received.map(({ body }) => JSON.parse(body) as { to: string; text: string; id: string });
  /** Runs up to the call, changes something, and lets it be sent. */
  const sendAfter = async (change: () => Promise<unknown>): Promise<void> => {
    sms.answer = status(500);
    await file();
    await app.drain();
    expect(sms.received).toHaveLength(1);
    await change();
    sms.answer = yes();
    await pass(3);
  };

  it('S04: the ladder rings the first on duty by text message, then the next; 收到 shows what was tried', async () => {
    const { reportNo } = await file();
    await app.drain();
    expect(texts()).toMatchObject([
      { to: OFFICER.phone, text: `【童护】您有一条紧急待办：${reportNo}，请登录查看 ${PUBLIC_URL}/notices` },
    ]);
    expect(group.received).toHaveLength(1);
    await pass(300);
    // The next on duty recorded no contact: do not contact is the default (S02).
    expect(await stored()).toEqual([
      { channel: 'sms', state: 'sent', reason: null },
      { channel: 'wecom', state: 'sent', reason: null },
      { channel: 'sms', state: 'suppressed', reason: 'no-consent' },
      { channel: 'wecom', state: 'sent', reason: null },
    ]);
    const { data } = await intake.read<Page<{ id: string; alert: object | null }>>(
      '/notices?filter[waiting]=true',
    );
    const tried = await intake.read<{ data: Dispatch[] }>(`/notices/${data[0]?.id}/dispatches`);
    expect(tried.data).toHaveLength(4);
    expect(tried.data).toContainEqual(
      expect.objectContaining({ channel: 'sms', personName: '林知夏', state: 'sent' }),
    );
    expect((await (await app.as('station')).get(`/notices/${data[0]?.id}/dispatches`)).status).toBe(404);
  });

  it('S01: neither a number of a telephone nor a text is stored in plain, nor anything of the record sent', async () => {
    await file();
    await app.drain();
    const rows = await app.owner.query<unknown[]>(
      `SELECT to_jsonb(t) FROM (SELECT * FROM notice_dispatch) t UNION ALL SELECT to_jsonb(c) FROM user_contact c
        UNION ALL SELECT to_jsonb(m) FROM outbox_message m UNION ALL SELECT to_jsonb(a) FROM audit_entry a`,
    );
    expect(rows.length).toBeGreaterThan(5);
    expect(JSON.stringify(rows)).not.toMatch(/13900000011|lin@example|您有一条/u);
    expect(JSON.stringify([...sms.received, ...group.received])).not.toMatch(/禾|苗苗|林老师|小学|MR6/u);
    expect(group.received[0]?.body).not.toContain(OFFICER.phone);
  });

  it('R05: a message that may have arrived is never sent again, and a person is told', async () => {
    sms.answer = silence;
    await file();
    await app.drain();
    for (const seconds of [5, 60, 600]) await pass(seconds);
    expect(sms.received).toHaveLength(1);
    expect((await stored())[0]).toEqual({ channel: 'sms', state: 'unconfirmed', reason: 'no-answer' });
    const { channels } = await (
      await app.as('admin')
    ).read<{ channels: { names: string[]; unconfirmed: number } }>('/admin/system');
    expect(channels).toMatchObject({ names: ['短信', '企业微信群机器人'], unconfirmed: 1 });
  });

  it('R05: whoever finds a message under way after a crash does not send it again', async () => {
    sms.answer = status(500);
    await file();
    await app.drain();
    await app.owner.query(`UPDATE notice_dispatch SET state = 'sending' WHERE channel = 'sms'`);
    sms.answer = yes();
    await pass(3);
    expect(sms.received).toHaveLength(1);
    expect((await stored())[0]).toMatchObject({ state: 'unconfirmed' });
  });

  it('a refusal is tried again under the same id, and given up as a dead letter that can be sent again', async () => {
    sms.answer = status(503);
    await file();
    await app.drain();
    for (let attempt = 0; attempt < 12; attempt += 1) {
      await app.owner.query(
        `UPDATE outbox_delivery SET due_at = now() - interval '1 year' WHERE state = 'pending'`,
      );
      await app.drain();
    }
    expect(sms.received).toHaveLength(12);
    expect(new Set(texts().map(({ id }) => id)).size).toBe(1);
    expect((await stored())[0]).toEqual({ channel: 'sms', state: 'failed', reason: 'refused' });
    const admin = await app.as('admin');
    const { data } = await admin.read<{ data: { id: string; error: string }[] }>('/admin/dead-letters');
    expect(data).toMatchObject([{ handler: 'channels.send', error: 'SendFailed' }]);
    sms.answer = yes();
    await admin.ok(`/admin/dead-letters/${data[0]?.id}/actions/redrive`);
    await app.drain();
    expect((await stored())[0]).toMatchObject({ state: 'sent' });
  });

  describe('S02, S03: asked again at the moment of sending', () => {
    const reason = async (): Promise<unknown> => (await stored())[0];
    afterEach(() => expect(sms.received).toHaveLength(1));

    it('the number was changed', async () => {
      await sendAfter(() => intake.put('/my-contact', { phone: '13900000012', agreed: true }));
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'contact-changed' });
    });

    it('the consent was taken back, and the number with it', async () => {
      await sendAfter(() => intake.put('/my-contact', { agreed: false }));
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'no-consent' });
      expect(await intake.read('/my-contact')).toMatchObject({ phone: null, email: null, agreed: false });
    });

    it('the account was closed', async () => {
      await sendAfter(() =>
        app.owner.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [users['林知夏']]),
      );
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'account-disabled' });
    });

    it('the shift is over', async () => {
      await sendAfter(() =>
        app.owner.query(`UPDATE duty_shift SET withdrawn_at = now(), withdrawn_by = user_id WHERE rank = 1`),
      );
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'off-duty' });
    });

    it('somebody has said 收到', async () => {
      await sendAfter(async () => {
        const { data } = await intake.read<Page<{ id: string }>>('/notices?filter[waiting]=true');
        await intake.ok(`/notices/${data[0]?.id}/actions/acknowledge`);
      });
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'answered' });
    });

    it('the person must not know since: nothing is sent, and no list says why', async () => {
      await sendAfter(() =>
        app.owner.query(
          `INSERT INTO report_exclusion (report_id, district_code, principal_id, hint, since)
           SELECT r.id, r.district_code, $1, 'KIN', r.reported_at FROM report r ORDER BY r.reported_at DESC LIMIT 1`,
          [users['林知夏']],
        ),
      );
      expect(await reason()).toMatchObject({ state: 'suppressed', reason: 'excluded' });
      const { data } = await (
        await app.as('intake2')
      ).read<Page<{ id: string; kind: string }>>('/notices?filter[waiting]=true');
      const tried = await (
        await app.as('intake2')
      ).read<{ data: Dispatch[] }>(`/notices/${data[0]?.id}/dispatches`);
      expect(tried.data.map(({ reason: shown }) => shown)).not.toContain('excluded');
    });
  });

  it('我的联系方式 is one’s own, checked, and for those who may be on duty', async () => {
    expect(await intake.read('/my-contact')).toMatchObject({ ...OFFICER, agreed: true, quietFrom: null });
    expect(await (await app.as('intake2')).read('/my-contact')).toMatchObject({ phone: null, agreed: false });
    for (const [body, field] of [
      [{ agreed: true }, 'phone'],
      [{ phone: '139', agreed: true }, 'phone'],
      [{ email: 'lin', agreed: true }, 'email'],
      [{ ...OFFICER, agreed: true, quietFrom: '22:00' }, 'quietTo'],
    ] as const) {
      const { status: code, body: problem } = await intake.put<{ errors: object }>('/my-contact', body);
      expect([code, Object.keys(problem.errors)]).toEqual([422, [field]]);
    }
    expect((await teacher.get('/my-contact')).status).toBe(403);
    expect((await (await app.as('admin')).get('/my-contact')).status).toBe(403);
  });
});
