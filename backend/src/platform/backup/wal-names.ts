/** Pieces of the WAL are named by timeline (8 hex digits) and number (8 + 8); a segment is 16 MiB, 256 to a "log". */
const SEGMENT = /^[0-9A-F]{24}$/;
const TIMELINE_DIGITS = 8;
const PER_LOG = 256;

export const isSegment = (name: string): boolean => SEGMENT.test(name);

/** Position of a segment, whatever its timeline. */
export function numberOf(segment: string): number {
  return parseInt(segment.slice(8, 16), 16) * PER_LOG + parseInt(segment.slice(16), 16);
}

/** What can be replayed, and whether more lies behind a gap. */
export interface Chain {
  readonly names: readonly string[];
  readonly isBroken: boolean;
}

/** The segments that follow `last` without a gap, on its timeline: a restored database begins a new one with a new backup. */
export function chainAfter(last: string, archived: readonly string[]): Chain {
  const timeline = last.slice(0, TIMELINE_DIGITS);
  const later = archived.filter((name) => isSegment(name) && name.startsWith(timeline) && name > last).sort();
  const gap = later.findIndex((name, index) => numberOf(name) !== numberOf(last) + 1 + index);
  return { names: gap < 0 ? later : later.slice(0, gap), isBroken: gap >= 0 };
}
