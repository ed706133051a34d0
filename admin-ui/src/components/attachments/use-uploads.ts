import { useCallback, useEffect, useRef, useState } from 'react';
import { newKey, serverNow, toProblem } from '../../api';
import type { AttachmentSubjectKind, Problem } from '../../api';
import { formatInstant, useInvalidate } from '../../lib';
import { nameOf } from './attachment-files';
import { uploadFile } from './upload-file';

/** The server takes three at a time from one person. */
const AT_A_TIME = 2;

export interface Upload {
  readonly key: string;
  readonly file: File;
  readonly name: string;
  readonly purpose: string;
  readonly state: 'waiting' | 'sending' | 'failed';
  /** 0 to 1. */
  readonly share: number;
  readonly problem: Problem | null;
}

export interface Uploads {
  readonly items: readonly Upload[];
  add: (files: readonly File[], purpose: string) => void;
  retry: (key: string) => void;
  /** Stops it and forgets the file. */
  drop: (key: string) => void;
}

/** Files on their way: two at a time, each with its progress; one that failed stays with its reason until it is retried or dropped. */
export function useUploads(subjectKind: AttachmentSubjectKind, subjectId: string): Uploads {
  const [items, setItems] = useState<readonly Upload[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const invalidate = useInvalidate();

  const change = useCallback((key: string, part: Partial<Upload>): void => {
    setItems((all) => all.map((item) => (item.key === key ? { ...item, ...part } : item)));
  }, []);
  const drop = useCallback((key: string): void => {
    running.current.get(key)?.abort();
    setItems((all) => all.filter((item) => item.key !== key));
  }, []);

  useEffect(() => {
    const free = AT_A_TIME - running.current.size;
    const next = items.filter(({ state, key }) => state === 'waiting' && !running.current.has(key));
    for (const { key, file, name, purpose } of next.slice(0, Math.max(0, free))) {
      const abort = new AbortController();
      running.current.set(key, abort);
      change(key, { state: 'sending', share: 0, problem: null });
      uploadFile(
        { subjectKind, subjectId, purpose, name, file, key },
        (share) => change(key, { share }),
        abort.signal,
      )
        .then(
          () => {
            setItems((all) => all.filter((item) => item.key !== key));
            invalidate();
          },
          (error: unknown) => change(key, { state: 'failed', problem: toProblem(error) }),
        )
        .finally(() => running.current.delete(key));
    }
  }, [items, change, invalidate, subjectKind, subjectId]);

  // Leaving the page ends what is on its way; the browser would do so later and less clearly.
  useEffect(() => {
    const { current } = running;
    return () => current.forEach((abort) => abort.abort());
  }, []);

  const add = (files: readonly File[], purpose: string): void => {
    const at = formatInstant(serverNow());
    const added = files.map((file, index): Upload => {
      const name = nameOf(file, index, at);
      return { key: newKey(), file, name, purpose, state: 'waiting', share: 0, problem: null };
    });
    setItems((all) => [...all, ...added]);
  };
  const retry = (key: string): void => change(key, { state: 'waiting', problem: null });
  return { items, add, retry, drop };
}
