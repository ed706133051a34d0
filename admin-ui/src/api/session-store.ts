import type { Session } from './types';

type Listener = () => void;

let current: Session | null = null;
/** What pages that are about to leave still show after the end of the session; without its key. */
let shown: Session | null = null;
let skewMs = 0;
const listeners = new Set<Listener>();
const endListeners = new Set<Listener>();

/** The signed-in session, in memory only: a reload asks the server again. */
export const sessionStore = {
  get: (): Session | null => current,
  getShown: (): Session | null => shown,
  set(session: Session): void {
    current = session;
    shown = session;
    skewMs = Date.parse(session.now) - Date.now();
    listeners.forEach((listener) => listener());
  },
  clear(): void {
    if (current !== null) shown = { ...current, draftKey: '' };
    current = null;
    listeners.forEach((listener) => listener());
  },
  subscribe: (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Tells the console that the server no longer knows this session (401). */
  end(): void {
    if (current !== null) endListeners.forEach((listener) => listener());
  },
  onEnd(listener: Listener): () => void {
    endListeners.add(listener);
    return () => endListeners.delete(listener);
  },
};

/** The server's time in milliseconds; a demo installation may run ahead of this machine's clock. */
export function serverNow(): number {
  return Date.now() + skewMs;
}
