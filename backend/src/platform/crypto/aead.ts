import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** First byte of everything sealed here. 2 is reserved: GB/T 32907 SM4-CTR with GB/T 32905 HMAC-SM3. */
export const ALGORITHM = { aes256Gcm: 1, sm4CtrHmacSm3: 2 } as const;

export const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * AES-256-GCM with a random 96-bit nonce. Result: header ‖ nonce ‖ ciphertext ‖ tag.
 * The header is not authenticated by itself: put it into `aad` when it must be.
 */
export function seal(key: Buffer, header: Buffer, aad: Buffer, plaintext: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(aad);
  return Buffer.concat([header, nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `seal` made; undefined when anything at all does not fit. Never throws on bad input. */
export function openSealed(
  key: Buffer,
  headerBytes: number,
  aad: Buffer,
  sealed: Buffer,
): Buffer | undefined {
  const bodyStart = headerBytes + NONCE_BYTES;
  if (sealed.length < bodyStart + TAG_BYTES) return undefined;
  try {
    const nonce = sealed.subarray(headerBytes, bodyStart);
    // The explicit tag length matters: without it Node accepts shorter, weaker tags.
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
    decipher.setAAD(aad);
    decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(bodyStart, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}
