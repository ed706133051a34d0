import type { HomeNextResponse } from './dto/home.response';

const SHOWN = 8;

/** Overdue first, then by urgency, then by due time: what has no clock waits already. One entry per record, at most eight. */
export function pickNext(items: readonly HomeNextResponse[]): HomeNextResponse[] {
  const sorted = [...items].sort(
    (a, b) =>
      Number(b.overdue) - Number(a.overdue) ||
      (a.urgency ?? 'U9').localeCompare(b.urgency ?? 'U9') ||
      (a.dueAt ?? '').localeCompare(b.dueAt ?? ''),
  );
  const byLink = new Map<string, HomeNextResponse>();
  for (const item of sorted) if (!byLink.has(item.link)) byLink.set(item.link, item);
  return [...byLink.values()].slice(0, SHOWN);
}
