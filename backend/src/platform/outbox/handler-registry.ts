import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import type { Tx } from '../database';
import type { StoredMessage } from './message';

/**
 * Does one thing about a message, in a worker transaction that also closes the delivery: both happen or neither. It
 * re-reads what it needs and tolerates any order and any repeat.
 */
export interface MessageHandler {
  /** Unique and lasting: it is stored with each delivery. */
  readonly name: string;
  /** The messages it wants; 'every' is for what follows all changes, such as the screens' stream. */
  readonly messages: readonly string[] | 'every';
  handle(tx: Tx, message: StoredMessage): Promise<void>;
  /**
   * What leaves the house, before that transaction and outside of any: no connection waits for a stranger's server. It writes
   * down by itself what it is about to do and what came of it, and finds that again when it is repeated.
   */
  ahead?(message: StoredMessage): Promise<void>;
}

/** Which messages exist and who handles them. Modules declare and register in onModuleInit. */
@Injectable()
export class HandlerRegistry implements OnApplicationBootstrap {
  private readonly declared = new Map<string, { readonly needsHandler: boolean }>();
  private readonly handlers: MessageHandler[] = [];

  /** Messages that must have a handler of their own. */
  declare(...names: readonly string[]): void {
    for (const name of names) this.declared.set(name, { needsHandler: true });
  }

  /** Messages that only refresh screens: the handlers of every message are enough. */
  declareBroadcast(...names: readonly string[]): void {
    for (const name of names) this.declared.set(name, { needsHandler: false });
  }

  register(handler: MessageHandler): void {
    this.handlers.push(handler);
  }

  find(handlerName: string): MessageHandler | undefined {
    return this.handlers.find(({ name }) => name === handlerName);
  }

  /** The names of those who get a message; throws for a message nobody declared. */
  handlersOf(messageName: string): string[] {
    if (!this.declared.has(messageName)) throw new Error(`Message "${messageName}" is not declared`);
    return this.handlers.filter((handler) => wants(handler, messageName)).map(({ name }) => name);
  }

  onApplicationBootstrap(): void {
    this.assertComplete();
  }

  /** Throws at boot, naming the message or the handler: a message that nobody handles is a duty that nobody does. */
  assertComplete(): void {
    const names = this.handlers.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (twice !== undefined) throw new Error(`Handler "${twice}" is registered twice`);
    for (const handler of this.handlers) {
      const unknown =
        handler.messages === 'every' ? undefined : handler.messages.find((name) => !this.declared.has(name));
      if (unknown !== undefined)
        throw new Error(`Handler "${handler.name}" wants "${unknown}", which no module declares`);
    }
    for (const [name, { needsHandler }] of this.declared) {
      const own = this.handlers.some((handler) => handler.messages !== 'every' && wants(handler, name));
      if (needsHandler && !own)
        throw new Error(`Message "${name}" has no handler: register one, or declareBroadcast it`);
    }
  }
}

function wants(handler: MessageHandler, messageName: string): boolean {
  return handler.messages === 'every' || handler.messages.includes(messageName);
}
