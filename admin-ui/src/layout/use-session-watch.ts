import { useLogout, useNotify } from 'ra-core';
import { useEffect } from 'react';
import { sessionStore } from '../api';
import { useText } from '../i18n/use-text';

const IDLE_MS = 30 * 60_000;
const SIGNS_OF_LIFE = ['pointerdown', 'keydown', 'touchstart', 'scroll'] as const;

/** Signs out after half an hour without a key or a touch. */
export function useIdleLogout(): void {
  const logout = useLogout();
  useEffect(() => {
    let lastSign = Date.now();
    const alive = (): void => {
      lastSign = Date.now();
    };
    // A sleeping machine runs no timers: the elapsed time is checked, not one long timer.
    const timer = setInterval(() => {
      if (Date.now() - lastSign >= IDLE_MS) void logout();
    }, 15_000);
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, alive, { passive: true, capture: true });
    return () => {
      clearInterval(timer);
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, alive, { capture: true });
    };
  }, [logout]);
}

/** Leads to the sign-in page when the server says that the session is over. */
export function useSessionEnd(): void {
  const t = useText();
  const logout = useLogout();
  const notify = useNotify();
  useEffect(
    () =>
      sessionStore.onEnd(() => {
        sessionStore.clear();
        notify(t('auth.ended'), { type: 'warning' });
        void logout({}, '/login', true);
      }),
    [logout, notify, t],
  );
}
