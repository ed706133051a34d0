import type { Browser } from 'playwright-core';
import { launchBrowser } from '../support/browser';
import { type DEMO, Person, type PersonOptions } from './person';
import { ServedApp } from './served-app';

/** How long a test of the console, or its start, may take at most. */
export const LIMIT_MS = 120_000;

/** A browser before a served demo installation, and whatever goes wrong in its pages. */
export class DemoConsole {
  /** Errors that no page caught. */
  readonly complaints: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly app: ServedApp,
  ) {}

  /** Starts both; when one fails, the other is stopped again. */
  static async start(): Promise<DemoConsole> {
    const [browser, app] = await Promise.allSettled([launchBrowser(), ServedApp.start()]);
    if (browser.status === 'fulfilled' && app.status === 'fulfilled') {
      return new DemoConsole(browser.value, app.value);
    }
    if (browser.status === 'fulfilled') await browser.value.close();
    if (app.status === 'fulfilled') await app.value.stop();
    const reasons = [browser, app].flatMap((part) =>
      part.status === 'rejected' ? [String(part.reason)] : [],
    );
    throw new Error(reasons.join('\n'));
  }

  /** Somebody who has not signed in, with cookies of their own. */
  async visitor(options: PersonOptions = {}): Promise<Person> {
    const person = await Person.before(this.browser, this.app.url, options);
    person.context.on('weberror', (error) => this.complaints.push(error.error().message));
    return person;
  }

  /** Somebody signed in by the button of a demo account. */
  async arrive(account: keyof typeof DEMO, options: PersonOptions = {}): Promise<Person> {
    const person = await this.visitor(options);
    await person.signIn(account);
    return person;
  }

  async stop(): Promise<void> {
    await this.browser.close();
    await this.app.stop();
  }
}
