import type { Reply } from '../support/test-app';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly detail: string;
  readonly status: number;
  readonly code: string;
  readonly traceId: string;
  readonly errors?: Record<string, string[]>;
}
const CHINESE = /\p{Script=Han}/u;
const REFUSALS = new Set([400, 403, 404, 409, 412, 413, 415, 422, 428]);

/** What is wrong with an answer, undefined when nothing is. A 422 names `field`; with '' it names some field. */
export function complaint({ status, body, headers }: Reply<Problem>, field?: string): string | undefined {
  if (status < 400) return undefined;
  if (!REFUSALS.has(status)) return `answers ${status}`;
  if (headers.get('content-type')?.startsWith('application/problem+json') !== true)
    return 'is no problem+json';
  if (body.status !== status || !body.traceId || !/^[A-Z_]+$/.test(body.code)) return 'is incomplete';
  if (!CHINESE.test(body.title) || !CHINESE.test(body.detail))
    return `says nothing in Chinese: ${body.detail}`;
  if (status !== 422 || field === undefined) return undefined;
  const errors = Object.entries(body.errors ?? {});
  const named = errors.some(([key]) => field === '' || key === field || key.startsWith(`${field}.`));
  if (!named) return `does not name the field: ${body.code} ${JSON.stringify(body.errors)}`;
  const words = errors.flatMap(([, texts]) => texts);
  return words.every((text) => CHINESE.test(text)) ? undefined : `words: ${words.join()}`;
}
