import { writeSync } from 'node:fs';

/** Every place where a test may kill the process, in the order a message passes them (security.md §2.0). */
export const FAILPOINTS = [
  'after-commit-before-enqueue',
  'after-claim-before-enqueue',
  'after-enqueue',
  'before-effect',
  'after-effect-before-commit',
  'after-commit-before-ack',
  'after-step-before-commit',
  'after-file-before-commit',
  'after-send-before-record',
] as const;
export type Failpoint = (typeof FAILPOINTS)[number];

let armed: Failpoint | undefined;

/** Arms one failpoint for this process; only a test environment may. Throws when the name or the environment is wrong. */
export function setFailpoint(name: string | undefined, nodeEnv: string): void {
  if (name !== undefined && nodeEnv !== 'test') throw new Error('Failpoints exist in tests only');
  const known = FAILPOINTS.find((candidate) => candidate === name);
  if (name !== undefined && known === undefined) throw new Error(`Unknown failpoint ${name}`);
  armed = known;
}

/**
 * Kills the process here when this failpoint is armed: no handler runs and no buffer is flushed, as in a power cut.
 * The line is written first, so that a test can count that the window was really hit.
 */
export function failpoint(name: Failpoint): void {
  if (armed !== name) return;
  writeSync(1, `FAILPOINT ${name}\n`);
  process.kill(process.pid, 'SIGKILL');
}
