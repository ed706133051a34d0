import type { AuthProvider } from 'ra-core';
import { canAccess } from '../access/can-access';
import { request, sessionStore } from '../api';
import type { Session } from '../api';
import { wipeLocalDrafts } from '../components/draft/local-draft';

export interface Credentials {
  username: string;
  password: string;
  otp?: string;
}

/** Asks the server who is signed in and remembers the answer for this page's life. */
export async function loadSession(): Promise<Session> {
  const session = await request<Session>('/session', { ignoreSessionEnd: true });
  sessionStore.set(session);
  return session;
}

export const authProvider: AuthProvider = {
  async login(credentials: Credentials) {
    await request('/session', { method: 'POST', body: credentials, ignoreSessionEnd: true });
    // Copies of another session cannot be read any more: their key died with it.
    wipeLocalDrafts();
    await loadSession();
  },
  async logout() {
    const wasSignedIn = sessionStore.get() !== null;
    sessionStore.clear();
    if (!wasSignedIn) return;
    wipeLocalDrafts();
    await request('/session', { method: 'DELETE', ignoreSessionEnd: true }).catch(() => undefined);
  },
  async checkAuth() {
    if (sessionStore.get() === null) await loadSession();
  },
  checkError(error: Error & { status?: number }) {
    return error.status === 401 ? Promise.reject(error) : Promise.resolve();
  },
  async getIdentity() {
    const { user } = sessionStore.get() ?? (await loadSession());
    return { id: user.id, fullName: user.displayName };
  },
  async canAccess({ resource, action }) {
    const { permissions } = sessionStore.get() ?? (await loadSession());
    return canAccess(permissions, resource, action);
  },
};
