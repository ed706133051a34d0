import { useEffect, useRef, useState } from 'react';
import { DraftKeeper } from './draft-keeper';
import type { DraftConflict, DraftStatus } from './draft-keeper';

export interface Draft<T> {
  /** False until it is known whether something was typed before. */
  ready: boolean;
  /** What was typed before, or null. */
  restored: T | null;
  status: DraftStatus;
  conflict: DraftConflict<T> | null;
  save: (value: T) => void;
  /** Ends a conflict; answers the text that is to be shown. */
  resolve: (keepMine: boolean) => T | null;
  discard: () => Promise<void>;
}

/** The draft of one form of this person: `kind` names the form, `subjectId` the record it is about. */
export function useDraft<T>(kind: string, subjectId?: string): Draft<T> {
  const keeper = useRef<DraftKeeper<T> | null>(null);
  const [opened, setOpened] = useState<{ restored: T | null } | null>(null);
  const [status, setStatus] = useState<DraftStatus>({ kind: 'idle' });
  const [conflict, setConflict] = useState<DraftConflict<T> | null>(null);

  useEffect(() => {
    let left = false;
    const unlessLeft =
      <V>(set: (value: V) => void) =>
      (value: V): void => {
        if (!left) set(value);
      };
    const made = new DraftKeeper<T>(kind, subjectId, {
      onStatus: unlessLeft(setStatus),
      onConflict: unlessLeft(setConflict),
    });
    keeper.current = made;
    void made.restore().then(unlessLeft((restored: T | null) => setOpened({ restored })));
    const flush = (): void => made.flush();
    window.addEventListener('online', flush);
    window.addEventListener('pagehide', flush);
    return () => {
      left = true;
      window.removeEventListener('online', flush);
      window.removeEventListener('pagehide', flush);
      made.close();
    };
  }, [kind, subjectId]);

  return {
    ready: opened !== null,
    restored: opened?.restored ?? null,
    status,
    conflict,
    save: (value) => keeper.current?.save(value),
    resolve(keepMine) {
      if (conflict === null) return null;
      keeper.current?.resolve(conflict, keepMine);
      const chosen = keepMine ? conflict.mine : conflict.server.body;
      setOpened({ restored: chosen });
      return chosen;
    },
    discard: async () => keeper.current?.discard(),
  };
}
