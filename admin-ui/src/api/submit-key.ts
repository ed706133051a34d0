import { newKey } from './client';

/** A key and the text it was made for. */
export interface SubmitKey {
  key: string;
  text: string;
}

/**
 * The idempotency key of a submit: the same content keeps its key (so a repeat after a lost answer is recognised by the
 * server), changed content gets a new one (a key with another body would be refused).
 */
export function submitKeyFor(body: unknown, previous: SubmitKey | null): SubmitKey {
  const text = JSON.stringify(body ?? null);
  return previous !== null && previous.text === text ? previous : { key: newKey(), text };
}
