import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { newKey, request } from '../../api';
import type { Notice, Page } from '../../api';

/** The newest notices of this person; `waiting`: the urgent ones that nobody confirmed yet. */
export function useNotices(waiting = false) {
  const query = new URLSearchParams({ limit: '50', ...(waiting ? { 'filter[waiting]': 'true' } : {}) });
  return useQuery({
    queryKey: ['notices', waiting ? 'waiting' : 'newest'],
    queryFn: () => request<Page<Notice>>('/notices', { query }),
    refetchInterval: 120_000,
  });
}

/** Marks a notice as read; failing does not disturb, it only stays unread. */
export function useReadNotice(): (notice: Notice) => void {
  const client = useQueryClient();
  return useCallback(
    ({ id, readAt }) => {
      if (readAt !== null) return;
      void request(`/notices/${id}/actions/read`, { method: 'POST', body: {}, idempotencyKey: newKey() })
        .then(() => client.invalidateQueries({ queryKey: ['notices'] }))
        .catch(() => undefined);
    },
    [client],
  );
}
