import { randomBytes } from 'node:crypto';

let lastMs = 0;
let counter = 0;

/**
 * A new uuid v7 (RFC 9562): 48 bits of milliseconds, a counter within the millisecond, then randomness. Ids made by one
 * process for one instant therefore sort in the order they were made. Ids are made in Node so that an insert needs no
 * RETURNING, which row-level security would refuse for rows the writer may not read.
 */
export function newId(nowMs: number = Date.now()): string {
  const bytes = randomBytes(16);
  const ms = Math.floor(nowMs);
  counter = ms === lastMs ? (counter + 1) & 0xfff : bytes.readUInt16BE(6) & 0x1ff;
  lastMs = ms;
  bytes.writeUIntBE(ms, 0, 6);
  bytes.writeUInt16BE(0x7000 | counter, 6);
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
