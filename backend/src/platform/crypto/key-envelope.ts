import { ALGORITHM, KEY_BYTES, openSealed, seal } from './aead';

/** algorithm (1 byte) ‖ master key version (2 bytes, big-endian), then the sealed data key. */
const HEADER_BYTES = 3;

/** Wraps a data key under a master key; bound to its subject, so two key files cannot be exchanged. */
export function wrapKey(
  master: { version: number; key: Buffer },
  subjectId: string,
  dataKey: Buffer,
): Buffer {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt8(ALGORITHM.aes256Gcm, 0);
  header.writeUInt16BE(master.version, 1);
  return seal(master.key, header, associatedData(header, subjectId), dataKey);
}

/** Version of the master key an envelope needs; undefined when it is no envelope of a known algorithm. */
export function findMasterVersion(envelope: Buffer): number | undefined {
  if (envelope.length < HEADER_BYTES || envelope.readUInt8(0) !== ALGORITHM.aes256Gcm) return undefined;
  return envelope.readUInt16BE(1);
}

/** The data key; undefined when the master key, the subject or the bytes do not fit. */
export function unwrapKey(masterKey: Buffer, subjectId: string, envelope: Buffer): Buffer | undefined {
  const header = envelope.subarray(0, HEADER_BYTES);
  const key = openSealed(masterKey, HEADER_BYTES, associatedData(header, subjectId), envelope);
  return key?.length === KEY_BYTES ? key : undefined;
}

function associatedData(header: Buffer, subjectId: string): Buffer {
  return Buffer.concat([header, Buffer.from(subjectId, 'utf8')]);
}
