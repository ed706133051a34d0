import { exchange, judge } from './http-exchange';
import { textAt } from './json-path';
import type { Channel, Outgoing, SendResult } from './notifier';

export interface SmsSettings {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** With {{phone}}, {{text}}, {{number}} and {{id}}, as the address may have. */
  readonly body?: string;
  /** `path=value` of an answer that says yes; without it every 2xx does. */
  readonly success?: string;
  /** Where the answer has the gateway's own number of the message. */
  readonly idPath?: string;
  readonly timeoutMs?: number;
}

/** 短信 through any gateway that speaks HTTP: the administrator writes its request down, not we. */
export class SmsChannel implements Channel {
  readonly name = 'sms';
  readonly reach = 'phone';

  constructor(private readonly settings: SmsSettings) {}

  async send(message: Outgoing): Promise<SendResult> {
    const { url, method, headers, body, timeoutMs } = this.settings;
    const values = { phone: message.to, text: message.text, number: message.number, id: message.id };
    const filled =
      method === 'GET' || body === undefined ? {} : { body: fill(body, values, escapeFor(headers)) };
    const answer = await exchange(
      { url: fill(url, values, encodeURIComponent), method, headers, ...filled },
      timeoutMs,
    );
    return judge(answer, (text) => this.read(text));
  }

  private read(answer: string): SendResult {
    const { success, idPath } = this.settings;
    const [path = '', wanted] = success?.split('=') ?? [];
    if (success !== undefined && textAt(answer, path) !== wanted)
      return { state: 'failed', reason: 'refused' };
    return { state: 'sent', providerId: idPath === undefined ? null : (textAt(answer, idPath) ?? null) };
  }
}

function fill(
  template: string,
  values: Readonly<Record<string, string>>,
  escape: (value: string) => string,
): string {
  return template.replace(/\{\{(\w+)\}\}/gu, (_, name: string) => escape(values[name] ?? ''));
}

/** A value may not break out of its place: in a form it is percent-encoded, elsewhere it stands inside a JSON string. */
function escapeFor(headers: SmsSettings['headers']): (value: string) => string {
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  return type.includes('form-urlencoded')
    ? encodeURIComponent
    : (value) => JSON.stringify(value).slice(1, -1);
}
