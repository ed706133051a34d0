import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { UseQueryResult } from '@tanstack/react-query';
import { useDataProvider } from 'ra-core';
import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { request, serverNow, sessionStore, submitKeyFor, toProblem } from '../api';
import type { CodeItem, Problem, Reference, Session, SubmitKey } from '../api';
import type { TonghuDataProvider } from '../providers';

const TEN_MINUTES = 600_000;

/** The signed-in session; only for pages behind the sign-in. */
export function useSession(): Session {
  const session = useSyncExternalStore(sessionStore.subscribe, sessionStore.getShown);
  if (session === null) throw new Error('This page is shown only after sign-in');
  return session;
}

/** The server's time in milliseconds, moving every half minute. */
export function useNow(): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), 30_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Code tables, regions, agencies and people to choose from. */
export function useReference(): Reference | undefined {
  return useQuery({
    queryKey: ['reference'],
    queryFn: () => request<Reference>('/reference'),
    staleTime: TEN_MINUTES,
  }).data;
}

/** The items of a code set; empty until the tables have arrived. */
export function useCodes(set: string): CodeItem[] {
  return useReference()?.codeSets[set] ?? [];
}

/** The Chinese name of a code, or the code itself when the table does not have it. */
export function useCodeName(set: string): (code: string | null | undefined) => string {
  const codes = useCodes(set);
  return (code) => codes.find((item) => item.code === code)?.name ?? code ?? '—';
}

/** A plain GET, cached under its path. */
export function useFetched<T>(key: readonly unknown[], path: string): UseQueryResult<T> {
  return useQuery({ queryKey: key, queryFn: () => request<T>(path) });
}

/**
 * One record of a resource, with the error as a problem. Not react-admin's getOne: its cache is filled from list rows,
 * which leave out most of a record.
 */
export function useRecord<T>(resource: string, id: string) {
  const { data, error, isPending, refetch } = useQuery({
    queryKey: [resource, 'record', id],
    queryFn: () => request<T>(`/${resource}/${id}`),
  });
  return {
    record: data,
    problem: error === null ? null : toProblem(error),
    isPending,
    refetch,
  };
}

/** Everything a change in one record may change elsewhere. */
const RELATED = [
  'reports',
  'cases',
  'case-transfers',
  'work-orders',
  'agency-notices',
  'notices',
  'home',
  'people',
  'placements',
  'watch-items',
  'campaigns',
  'campaign-sheets',
  'deadlines',
  'agencies',
  'duty',
];

/** Marks all lists and records that casework touches as out of date. */
export function useInvalidate(): () => void {
  const client = useQueryClient();
  return useCallback(() => {
    for (const key of RELATED) void client.invalidateQueries({ queryKey: [key] });
  }, [client]);
}

export interface Command<Body, Result> {
  run: (body: Body) => Promise<Result | undefined>;
  pending: boolean;
  problem: Problem | null;
}

/**
 * A submit: one idempotency key for as long as the content stays the same, the problem kept for the page to show, and the
 * lists refreshed afterwards. `run` answers undefined when it failed.
 */
export function useCommand<Body, Result>(
  send: (body: Body, key: string) => Promise<Result>,
): Command<Body, Result> {
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const submitKey = useRef<SubmitKey | null>(null);
  const invalidate = useInvalidate();
  const run = async (body: Body): Promise<Result | undefined> => {
    setPending(true);
    setProblem(null);
    submitKey.current = submitKeyFor(body, submitKey.current);
    try {
      const result = await send(body, submitKey.current.key);
      submitKey.current = null;
      invalidate();
      return result;
    } catch (error) {
      setProblem(toProblem(error));
      return undefined;
    } finally {
      setPending(false);
    }
  };
  return { run, pending, problem };
}

/** An action of a record as a command. */
export function useAct<Body, Result = unknown>(
  resource: string,
  id: string,
  action: string,
): Command<Body, Result> {
  const provider = useDataProvider<TonghuDataProvider>();
  return useCommand<Body, Result>((body, key) => provider.act<Result>(resource, id, action, body, key));
}
