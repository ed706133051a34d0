import type { Readable } from 'node:stream';
import type { RequestContext } from '../../kernel';

/** The part of a request both HTTP adapters share, plus what the access guard found out. */
export interface HttpRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly params: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly ip?: string;
  tonghu?: RequestContext & { readonly sessionId?: string };
}

/** One header as a single string. */
export function header(request: HttpRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The value of one cookie. */
export function cookie(request: HttpRequest, name: string): string | undefined {
  for (const part of (header(request, 'cookie') ?? '').split(';')) {
    const [key, ...rest] = part.trim().split('=');
    if (key === name) return rest.join('=');
  }
  return undefined;
}

/** A request whose body nobody has read. */
export type StreamingRequest = HttpRequest & Readable;

/** The part of a reply both HTTP adapters share. */
export interface HttpReply {
  header(name: string, value: string): unknown;
  /** Breaks the connection: the reader must not take half a file for a whole one. */
  destroy?(): unknown;
}
