import { sessionStore } from '../../api';

const PREFIX = 'tonghu.draft.';

/** A copy of a draft in this browser, readable only with the session's key. */
export interface LocalDraft<T> {
  value: T;
  savedAt: number;
  /** Version of the server's draft this text grew from; null when there was none. */
  baseVersion: number | null;
  /** Not yet taken over by the server. */
  dirty: boolean;
  /** What was last on its way to the server; its answer may have been lost. */
  sent?: T;
}

let cached: { text: string; key: Promise<CryptoKey> } | null = null;

/** Whether a local copy can be encrypted here; browsers refuse WebCrypto on plain-http addresses. */
export function canKeepLocally(): boolean {
  return typeof crypto.subtle !== 'undefined' && sessionStore.get() !== null;
}

function importKey(): Promise<CryptoKey> {
  const text = sessionStore.get()?.draftKey ?? '';
  if (cached?.text !== text) {
    const key = crypto.subtle.importKey('raw', fromBase64(text), 'AES-GCM', false, ['encrypt', 'decrypt']);
    cached = { text, key };
  }
  return cached.key;
}

function storageKey(name: string): string {
  return `${PREFIX}${sessionStore.get()?.user.id ?? ''}.${name}`;
}

/** Keeps the encrypted copy; silently does nothing where it cannot. */
export async function writeLocalDraft<T>(name: string, draft: LocalDraft<T>): Promise<void> {
  if (!canKeepLocally()) return;
  const target = storageKey(name);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(draft));
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await importKey(), plain);
  localStorage.setItem(target, `${toBase64(iv)}.${toBase64(new Uint8Array(sealed))}`);
}

/** The copy of this session, or undefined: none, or one of an ended session, which is removed. */
export async function findLocalDraft<T>(name: string): Promise<LocalDraft<T> | undefined> {
  if (!canKeepLocally()) return undefined;
  const stored = localStorage.getItem(storageKey(name));
  if (stored === null) return undefined;
  const [iv = '', sealed = ''] = stored.split('.');
  try {
    const params = { name: 'AES-GCM', iv: fromBase64(iv) };
    const plain = await crypto.subtle.decrypt(params, await importKey(), fromBase64(sealed));
    return JSON.parse(new TextDecoder().decode(plain)) as LocalDraft<T>;
  } catch {
    localStorage.removeItem(storageKey(name));
    return undefined;
  }
}

export function removeLocalDraft(name: string): void {
  localStorage.removeItem(storageKey(name));
}

/** Removes every copy of every person from this browser. */
export function wipeLocalDrafts(): void {
  cached = null;
  for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
}
