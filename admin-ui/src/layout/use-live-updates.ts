import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

const QUERIES: Readonly<Record<string, readonly string[]>> = {
  report: ['reports', 'home'],
  case: ['cases', 'home'],
  work_order: ['work-orders', 'cases', 'home'],
  watch_item: ['watch-items', 'home'],
  campaign: ['campaigns', 'campaign-sheets', 'home'],
  notice: ['notices', 'agency-notices', 'home'],
};
const ALL = [
  'reports',
  'cases',
  'work-orders',
  'agency-notices',
  'watch-items',
  'campaigns',
  'campaign-sheets',
  'notices',
  'home',
];

/** Listens to the server's stream and fetches again what changed; the stream carries ids only. */
export function useLiveUpdates(): void {
  const client = useQueryClient();
  useEffect(() => {
    const stream = new EventSource('/api/v1/stream');
    const refetch = (keys: readonly string[]): void => {
      for (const key of keys) void client.invalidateQueries({ queryKey: [key] });
    };
    stream.addEventListener('changed', (event: MessageEvent<string>) => {
      const { kind } = JSON.parse(event.data) as { kind: string };
      refetch(QUERIES[kind] ?? ALL);
    });
    stream.addEventListener('resync', () => refetch(ALL));
    return () => stream.close();
  }, [client]);
}
