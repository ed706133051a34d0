import { createHmac, timingSafeEqual } from 'node:crypto';
import { exchange, judge } from './http-exchange';
import type { Channel, Outgoing, SendResult } from './notifier';

/** A receiver refuses what is older: whoever recorded a request cannot play it again later. */
export const REPLAY_WINDOW_S = 300;

export interface WebhookSettings {
  readonly url: string;
  readonly secret: string;
  readonly timeoutMs?: number;
}

/** 统一消息接口: a signed request to the district's own message platform (政务钉钉 and the like), which knows the account. */
export class WebhookChannel implements Channel {
  readonly name = 'webhook';
  readonly reach = 'account';

  constructor(private readonly settings: WebhookSettings) {}

  async send({ id, to, number, text }: Outgoing): Promise<SendResult> {
    const body = JSON.stringify({ id, userId: to, number, text });
    // Real time, not the installation's clock: the receiver compares it with its own.
    const timestamp = String(Math.floor(Date.now() / 1000));
    const headers = {
      'content-type': 'application/json; charset=utf-8',
      'x-tonghu-id': id,
      'x-tonghu-timestamp': timestamp,
      'x-tonghu-signature': sign(this.settings.secret, timestamp, body),
    };
    return judge(
      await exchange({ url: this.settings.url, method: 'POST', headers, body }, this.settings.timeoutMs),
    );
  }
}

/** Hex HMAC-SHA256 over `timestamp.body`. */
export function sign(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

/** What a receiver does; ours is the reference, and the tests'. */
export function isGenuine(
  secret: string,
  {
    timestamp,
    signature,
    body,
  }: { readonly timestamp: string; readonly signature: string; readonly body: string },
  nowMs: number,
): boolean {
  const wanted = Buffer.from(sign(secret, timestamp, body));
  const given = Buffer.from(signature);
  const fresh = Math.abs(nowMs / 1000 - Number(timestamp)) <= REPLAY_WINDOW_S;
  return fresh && wanted.length === given.length && timingSafeEqual(wanted, given);
}
