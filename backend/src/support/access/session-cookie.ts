import { Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { APP_CONFIG, type AppConfig } from '../../config';
import { cookie, type HttpRequest } from '../../platform/http';
import { SESSION_COOKIES } from './session.service';

/** Reads, sets and clears the session cookie on either HTTP adapter. */
@Injectable()
export class SessionCookie {
  private readonly secure: boolean;

  constructor(
    private readonly adapters: HttpAdapterHost,
    @Inject(APP_CONFIG) config: AppConfig,
  ) {
    this.secure = config.TLS_CERT !== undefined || config.PUBLIC_URL?.startsWith('https://') === true;
  }

  read(request: HttpRequest): string | undefined {
    return SESSION_COOKIES.map((name) => cookie(request, name)).find(Boolean);
  }

  set(response: object, token: string): void {
    this.write(response, [this.line(this.secure ? SESSION_COOKIES[0] : SESSION_COOKIES[1], token)]);
  }

  /** Removes the cookie and what the browser cached while it was signed in (shared office computers). */
  clear(response: object): void {
    const names = this.secure ? SESSION_COOKIES : [SESSION_COOKIES[1]];
    this.write(
      response,
      names.map((name) => `${this.line(name, '')}; Max-Age=0`),
    );
    this.adapters.httpAdapter.setHeader(response, 'Clear-Site-Data', '"cache"');
  }

  private write(response: object, lines: readonly string[]): void {
    // Both adapters take a list for this header, although the common signature names only a string.
    this.adapters.httpAdapter.setHeader(response, 'Set-Cookie', lines as unknown as string);
  }

  private line(name: string, value: string): string {
    return `${name}=${value}; Path=/; HttpOnly; SameSite=Strict${this.secure ? '; Secure' : ''}`;
  }
}
