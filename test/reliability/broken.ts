import { setTimeout as sleep } from 'node:timers/promises';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { Tx } from '@tonghu/backend/platform/database';

/** Long enough for the other side to slip in between what was read and what is written. */
const GAP_MS = 25;

function original<M extends keyof Tx>(method: M): Tx[M] {
  return Reflect.get(Tx.prototype, method);
}

/**
 * Negative controls: the product with one guard taken out of its statements while `work` runs, and time going by where
 * the guard was. What passes here too proves nothing.
 */
export async function withoutGuard<T>(
  { guard, instead = '' }: { readonly guard: RegExp; readonly instead?: string },
  work: () => Promise<T>,
): Promise<T> {
  const query = original('query');
  const execute = original('execute');
  const without = (text: string): string => text.replace(guard, instead);
  const pause = (text: string): Promise<void> => (without(text) === text ? Promise.resolve() : sleep(GAP_MS));
  const spies = [
    jest.spyOn(Tx.prototype, 'query').mockImplementation(async function (this: Tx, text, params) {
      const rows = await query.call(this, without(text), params);
      await pause(text);
      return rows;
    }),
    jest.spyOn(Tx.prototype, 'execute').mockImplementation(async function (this: Tx, text, params) {
      return execute.call(this, without(text), params);
    }),
  ];
  return work().finally(() => spies.forEach((spy) => spy.mockRestore()));
}

/** Rows of this table are never written. */
export async function withoutRows<T>(
  entity: EntityTarget<ObjectLiteral>,
  work: () => Promise<T>,
): Promise<T> {
  const insert = original('insert');
  const spy = jest.spyOn(Tx.prototype, 'insert').mockImplementation(function (this: Tx, target, row): void {
    if (target !== entity) insert.call(this, target, row);
  });
  return work().finally(() => spy.mockRestore());
}
