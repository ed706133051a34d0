import { exchange, judge } from './http-exchange';
import { textAt } from './json-path';
import type { Channel, Outgoing, SendResult } from './notifier';

/** Bytes of UTF-8 the robot takes. */
const LIMITS = { text: 2048, markdown: 4096 } as const;

export interface WecomSettings {
  readonly url: string;
  readonly style: keyof typeof LIMITS;
  readonly timeoutMs?: number;
}

/** 企业微信群机器人: one text to a group of the people on duty; the robot answers `errcode` 0 for yes. */
export class WecomChannel implements Channel {
  readonly name = 'wecom';
  readonly reach = 'group';

  constructor(private readonly settings: WecomSettings) {}

  async send({ text }: Outgoing): Promise<SendResult> {
    const { url, style, timeoutMs } = this.settings;
    const content = cut(text, LIMITS[style]);
    const body = JSON.stringify({ msgtype: style, [style]: { content } });
    const headers = { 'content-type': 'application/json; charset=utf-8' };
    return judge(await exchange({ url, method: 'POST', headers, body }, timeoutMs), (answer) =>
      textAt(answer, 'errcode') === '0'
        ? { state: 'sent', providerId: null }
        : { state: 'failed', reason: 'refused' },
    );
  }
}

/** As much as fits, never half a character. */
function cut(text: string, bytes: number): string {
  let left = bytes;
  let kept = '';
  for (const character of text) {
    left -= Buffer.byteLength(character);
    if (left < 0) return kept;
    kept += character;
  }
  return kept;
}
