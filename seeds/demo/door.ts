import { randomUUID } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INestApplicationContext } from '@nestjs/common';
import { DEMO_PASSWORD } from '../accounts/password';

/** What a running application offers besides its context: the handler behind its own listener. */
interface WebApplication extends INestApplicationContext {
  getHttpAdapter(): { getInstance(): unknown };
}

/**
 * The front door, on a free port of this machine, for as long as the demo is made: invented people sign in and act over
 * HTTP like everybody else, so that validation, rights, guards, audit and clocks hold for their cases too.
 */
export class Door {
  private readonly people = new Map<string, Promise<Person>>();

  private constructor(
    private readonly server: Server,
    private readonly url: string,
  ) {}

  static async open(app: INestApplicationContext): Promise<Door> {
    const handler = (app as WebApplication).getHttpAdapter().getInstance() as RequestListener;
    const server = createServer(handler);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Door(server, `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1`);
  }

  /** A demo account, signed in once. */
  as(username: string): Promise<Person> {
    const known = this.people.get(username);
    if (known !== undefined) return known;
    const person = Person.signIn(this.url, username);
    this.people.set(username, person);
    return person;
  }

  async close(): Promise<void> {
    for (const person of this.people.values()) await (await person).signOut();
    this.server.closeAllConnections();
    await new Promise<void>((closed) => this.server.close(() => closed()));
  }
}

/** A signed-in account. Every call that is refused throws with what the server said. */
export class Person {
  private constructor(
    private readonly url: string,
    private readonly cookie: string,
    readonly username: string,
  ) {}

  static async signIn(url: string, username: string): Promise<Person> {
    const response = await fetch(`${url}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username, password: DEMO_PASSWORD }),
    });
    const cookie = response.headers.get('set-cookie')?.split(';')[0];
    await response.arrayBuffer();
    if (!response.ok || cookie === undefined) throw new Error(`Demo account ${username} cannot sign in`);
    return new Person(url, cookie, username);
  }

  get<T>(path: string): Promise<T> {
    return this.call<T>('GET', path);
  }

  post<T>(path: string, body: object = {}): Promise<T> {
    return this.call<T>('POST', path, body);
  }

  /** One action of a record, as its button would do it. */
  act<T>(noun: string, id: string, action: string, body: object = {}): Promise<T> {
    return this.post<T>(`/${noun}/${id}/actions/${action}`, body);
  }

  /** The same when nobody looks at the page afterwards. */
  async quietly(noun: string, id: string, action: string, body: object = {}): Promise<void> {
    await this.call<unknown>('POST', `/${noun}/${id}/actions/${action}`, body, { prefer: 'return=minimal' });
  }

  async signOut(): Promise<void> {
    await fetch(`${this.url}/session`, { method: 'DELETE', headers: { cookie: this.cookie } });
  }

  private async call<T>(
    method: 'GET' | 'POST',
    path: string,
    body?: object,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        cookie: this.cookie,
        ...headers,
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok)
      throw new Error(`${this.username}: ${method} ${path} answered ${response.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }
}
