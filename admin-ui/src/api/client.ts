import { ApiError, NETWORK_PROBLEM } from './api-error';
import { sessionStore } from './session-store';
import type { Problem } from './types';

const BASE = '/api/v1';
const GET_RETRY_DELAYS_MS = [400, 1200];

export interface RequestOptions {
  method?: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  body?: unknown;
  query?: URLSearchParams;
  /** One per logical submit: a retry of the same submit carries the same key. */
  idempotencyKey?: string;
  /** Version of the record the reader edited. */
  ifMatch?: number;
  /** A 401 here is an answer, not the end of a session (sign-in). */
  ignoreSessionEnd?: boolean;
}

/**
 * Calls the API with the session cookie. GETs are repeated when the connection fails; nothing else is, because only the
 * caller knows whether a repeat carries the same idempotency key.
 * @throws ApiError for every answer that is not 2xx and for a failed connection (status 0).
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 401 && options.ignoreSessionEnd !== true) sessionStore.end();
  const text = await response.text();
  if (!response.ok) throw new ApiError(readProblem(response, text));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const query = options.query?.toString() ?? '';
  const url = `${BASE}${path}${query === '' ? '' : `?${query}`}`;
  const method = options.method ?? 'GET';
  const delays = method === 'GET' ? GET_RETRY_DELAYS_MS : [];
  for (let attempt = 0; ; attempt++) {
    try {
      return await fetch(url, {
        method,
        headers: headersOf(options),
        credentials: 'same-origin',
        cache: 'no-store',
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
      });
    } catch {
      const delay = delays[attempt];
      if (delay === undefined) throw new ApiError({ title: '', status: 0, code: NETWORK_PROBLEM });
      await new Promise((resolve) => setTimeout(resolve, delay));
    }
  }
}

function headersOf(options: RequestOptions): Record<string, string> {
  const headers: Record<string, string> = { Accept: 'application/json, application/problem+json' };
  if (options.body !== undefined) headers['Content-Type'] = 'application/json';
  if (options.idempotencyKey !== undefined) headers['Idempotency-Key'] = options.idempotencyKey;
  if (options.ifMatch !== undefined) headers['If-Match'] = `"v${options.ifMatch}"`;
  return headers;
}

function readProblem(response: Response, text: string): Problem {
  try {
    const body = JSON.parse(text) as Partial<Problem>;
    return { ...body, title: body.title ?? response.statusText, status: response.status };
  } catch {
    return { title: '', status: response.status, code: 'UNREADABLE' };
  }
}

/** A random key; `crypto.randomUUID` is missing on plain-http addresses, `getRandomValues` is not. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}
