import {
  isGenuine,
  type Outgoing,
  REPLAY_WINDOW_S,
  SmsChannel,
  type SmsSettings,
  WebhookChannel,
  WecomChannel,
} from '@tonghu/backend/platform/notifier';
import { Gateway, hangUp, silence, status, yes } from '../support/gateway';

const TEXT = '【童护】您有一条待办：BG20260115-000001，请登录查看 https://tonghu.example.gov.cn/notices';
const MESSAGE: Outgoing = {
  id: '01900000-0000-7000-8000-000000000001',
  text: TEXT,
  number: 'BG20260115-000001',
  to: '13900000001',
  at: new Date('2026-01-15T09:00:00+08:00'),
};
const TIMEOUT_MS = 300;

/** Drivers against gateways that answer, refuse, stall and vanish. */
describe('notifier drivers', () => {
  let gateway: Gateway;
  beforeEach(async () => {
    gateway = await Gateway.open();
  });
  afterEach(() => gateway.close());

  const sms = (part: Partial<SmsSettings> = {}): SmsChannel =>
    new SmsChannel({
      url: `${gateway.url}/send`,
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer key' },
      body: '{"to":"{{phone}}","content":"{{text}}","ref":"{{id}}"}',
      success: 'code=0',
      idPath: 'data.ids.0',
      timeoutMs: TIMEOUT_MS,
      ...part,
    });

  describe('短信', () => {
    it('fills the request the administrator wrote, and reads the gateway’s own number', async () => {
      gateway.answer = yes({ code: 0, data: { ids: ['m-7'] } });
      expect(await sms().send(MESSAGE)).toEqual({ state: 'sent', providerId: 'm-7' });
      const [request] = gateway.received;
      expect(request).toMatchObject({
        method: 'POST',
        path: '/send',
        headers: { authorization: 'Bearer key' },
      });
      expect(JSON.parse(request?.body ?? '')).toEqual({ to: '13900000001', content: TEXT, ref: MESSAGE.id });
    });

    it('cannot be broken out of by a value, in JSON, a form or an address', async () => {
      gateway.answer = yes({ code: 0 });
      const odd = { ...MESSAGE, text: '","to":"13900000002&to=13900000002' };
      await sms().send(odd);
      expect(JSON.parse(gateway.received[0]?.body ?? '')).toMatchObject({
        to: '13900000001',
        content: odd.text,
      });
      await sms({
        headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        body: 'to={{phone}}&content={{text}}',
      }).send(odd);
      const form = new URLSearchParams(gateway.received[1]?.body);
      expect([form.getAll('to'), form.get('content')]).toEqual([['13900000001'], odd.text]);
      await sms({ method: 'GET', url: `${gateway.url}/send?to={{phone}}&content={{text}}` }).send(odd);
      const query = new URL(gateway.received[2]?.path ?? '', gateway.url).searchParams;
      expect([query.getAll('to'), gateway.received[2]?.body]).toEqual([['13900000001'], '']);
    });

    it('takes 200 with another code for the refusal it is', async () => {
      gateway.answer = yes({ code: 17, message: '签名不存在' });
      expect(await sms().send(MESSAGE)).toEqual({ state: 'failed', reason: 'refused' });
      gateway.answer = (_, response) => response.end('<html>');
      expect(await sms().send(MESSAGE)).toEqual({ state: 'failed', reason: 'refused' });
    });
  });

  it('R05: knows what never left from what may have arrived', async () => {
    const outcomes: Record<string, unknown> = {};
    for (const [name, answer] of Object.entries({
      refused: status(500),
      denied: status(401),
      moved: status(302),
    })) {
      gateway.answer = answer;
      outcomes[name] = await sms().send(MESSAGE);
    }
    for (const [name, answer] of Object.entries({ silence, hangUp, relay: status(504) })) {
      gateway.answer = answer;
      outcomes[name] = await sms().send(MESSAGE);
    }
    const failed = { state: 'failed', reason: 'refused' };
    expect(outcomes).toEqual({
      refused: failed,
      denied: failed,
      moved: failed,
      silence: { state: 'unconfirmed', reason: 'no-answer' },
      hangUp: { state: 'unconfirmed', reason: 'no-answer' },
      relay: { state: 'unconfirmed', reason: 'unclear-answer' },
    });
    const { url } = gateway;
    await gateway.close();
    expect(await sms({ url }).send(MESSAGE)).toEqual({ state: 'failed', reason: 'unreachable' });
    gateway = await Gateway.open();
  });

  describe('统一消息接口', () => {
    const secret = 'a secret of more than thirty-two characters';

    it('signs what it sends; altered, old or foreign requests are not genuine', async () => {
      const channel = new WebhookChannel({ url: gateway.url, secret, timeoutMs: TIMEOUT_MS });
      expect(await channel.send({ ...MESSAGE, to: 'account-1' })).toEqual({
        state: 'sent',
        providerId: null,
      });
      const [request] = gateway.received;
      const body = request?.body ?? '';
      expect(JSON.parse(body)).toEqual({
        id: MESSAGE.id,
        userId: 'account-1',
        number: MESSAGE.number,
        text: TEXT,
      });
      const timestamp = String(request?.headers['x-tonghu-timestamp']);
      const signature = String(request?.headers['x-tonghu-signature']);
      const now = Number(timestamp) * 1000;
      const given = { timestamp, signature, body };
      expect(isGenuine(secret, given, now)).toBe(true);
      expect(isGenuine(secret, { ...given, body: body.replace('account-1', 'account-2') }, now)).toBe(false);
      expect(isGenuine(secret, { ...given, timestamp: String(Number(timestamp) + 1) }, now)).toBe(false);
      expect(isGenuine(`${secret}!`, given, now)).toBe(false);
      expect(isGenuine(secret, given, now + (REPLAY_WINDOW_S + 1) * 1000)).toBe(false);
    });
  });

  describe('企业微信群机器人', () => {
    it.each(['text', 'markdown'] as const)('sends %s and reads errcode', async (style) => {
      const channel = new WecomChannel({ url: gateway.url, style, timeoutMs: TIMEOUT_MS });
      gateway.answer = yes({ errcode: 0, errmsg: 'ok' });
      expect(await channel.send(MESSAGE)).toEqual({ state: 'sent', providerId: null });
      expect(JSON.parse(gateway.received[0]?.body ?? '')).toEqual({
        msgtype: style,
        [style]: { content: TEXT },
      });
      gateway.answer = yes({ errcode: 45009, errmsg: 'api freq out of limit' });
      expect(await channel.send(MESSAGE)).toEqual({ state: 'failed', reason: 'refused' });
    });

    it('keeps to the robot’s size, by whole characters', async () => {
      const channel = new WecomChannel({ url: gateway.url, style: 'text', timeoutMs: TIMEOUT_MS });
      await channel.send({ ...MESSAGE, text: '童'.repeat(1000) });
      const { text } = JSON.parse(gateway.received[0]?.body ?? '') as { text: { content: string } };
      expect(text.content).toBe('童'.repeat(682));
    });
  });
});
