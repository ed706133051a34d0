import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { SendResult } from './notifier';

/** Shorter than a lease of the outbox (30 s). */
const TIMEOUT_MS = 10_000;
const MAX_ANSWER = 64 * 1024;

export interface HttpMessage {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
}

/**
 * One request to a gateway. Answers with what came back, or with how far it got: before the connection stands nothing was
 * sent; after that it may have been.
 */
export function exchange(
  { url, method, headers, body }: HttpMessage,
  timeoutMs = TIMEOUT_MS,
): Promise<HttpAnswer | SendResult> {
  const secure = url.startsWith('https:');
  return new Promise((resolve) => {
    let left = false;
    const request = (secure ? requestHttps : requestHttp)(url, {
      method,
      headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
      agent: false,
      signal: AbortSignal.timeout(timeoutMs),
    });
    const giveUp = (): void =>
      resolve(
        left ? { state: 'unconfirmed', reason: 'no-answer' } : { state: 'failed', reason: 'unreachable' },
      );
    request.on('socket', (socket) => {
      socket.once(secure ? 'secureConnect' : 'connect', () => (left = true));
    });
    request.on('error', giveUp);
    request.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (part: string) => (text = (text + part).slice(0, MAX_ANSWER)));
      response.on('error', giveUp);
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body: text }));
    });
    request.end(body);
  });
}

/** What an answer means: 2xx as `read` finds it, a relay that gave up (502, 504) is unclear, anything else a refusal. */
export function judge(
  answer: HttpAnswer | SendResult,
  read: (body: string) => SendResult = () => ({ state: 'sent', providerId: null }),
): SendResult {
  if ('state' in answer) return answer;
  const { status, body } = answer;
  if (status >= 200 && status < 300) return read(body);
  if (status === 502 || status === 504) return { state: 'unconfirmed', reason: 'unclear-answer' };
  return { state: 'failed', reason: 'refused' };
}
