import type { Tx } from '../../platform/database';

export const CHANGE_CHANNEL = 'tonghu_changed';
export const CHANGE_KINDS = ['report', 'case', 'work_order', 'watch_item', 'campaign', 'notice'] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** "This record is not what it was": nothing more travels, the reader fetches it under the reader's own rights. */
export interface Change {
  readonly kind: ChangeKind;
  readonly id: string;
  readonly district: string;
}

/** Tells every API process after the commit. For worker transactions: a NOTIFY makes commits queue for a moment. */
export async function publishChanges(tx: Tx, changes: readonly Change[]): Promise<void> {
  if (changes.length === 0) return;
  await tx.query('SELECT pg_notify($1, c) FROM unnest($2::text[]) AS c', [
    CHANGE_CHANNEL,
    changes.map((change) => JSON.stringify(change)),
  ]);
}

/** The records a message is about, by the ids its payload may carry. */
export function changesOf(payload: Readonly<Record<string, string>>, district: string): Change[] {
  const { reportId, caseId, workOrderId, watchItemId, campaignId } = payload;
  const found: (Change | undefined)[] = [
    reportId === undefined ? undefined : { kind: 'report', id: reportId, district },
    caseId === undefined ? undefined : { kind: 'case', id: caseId, district },
    workOrderId === undefined ? undefined : { kind: 'work_order', id: workOrderId, district },
    watchItemId === undefined ? undefined : { kind: 'watch_item', id: watchItemId, district },
    campaignId === undefined ? undefined : { kind: 'campaign', id: campaignId, district },
  ];
  return found.filter((change) => change !== undefined);
}

/** A notification as a change, or undefined when it is none (anything may notify on a channel). */
export function parseChange(text: string): Change | undefined {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return undefined;
    const { kind, id, district } = value as Record<string, unknown>;
    const known = CHANGE_KINDS.find((candidate) => candidate === kind);
    const isId = typeof id === 'string' && /^[0-9a-f-]{36}$/.test(id);
    return known !== undefined && isId && typeof district === 'string'
      ? { kind: known, id, district }
      : undefined;
  } catch {
    return undefined;
  }
}
