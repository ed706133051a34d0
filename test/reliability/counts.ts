/** The whole figures of the promises (`npm run test:reliability -- --full`) instead of those of every run. */
const IS_FULL = process.env.RELIABILITY === 'full';

/** How often a promise is tried: a few times on every run, as often as it is promised with --full. */
export function quick(n: number, full: number): number {
  return IS_FULL ? full : n;
}

/** A busy machine is no failure. */
export const LIMIT_MS = quick(180_000, 5_400_000);

/** One line per promise: what was tried and what went wrong. */
export function report(id: string, figures: Readonly<Record<string, number>>): void {
  const parts = Object.entries(figures).map(([name, value]) => `${name}=${value}`);
  process.stdout.write(`${id} ${parts.join(' ')}\n`);
}
