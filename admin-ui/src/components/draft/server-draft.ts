import { ApiError, request } from '../../api';

/** A draft as the server keeps it. */
export interface ServerDraft<T> {
  body: T;
  version: number;
  updatedAt: string;
}

function pathOf(kind: string): string {
  return `/drafts/${kind}`;
}

function subjectQuery(subjectId: string | undefined): URLSearchParams {
  return new URLSearchParams(subjectId === undefined ? {} : { subjectId });
}

/** The draft, or null when there is none. */
export async function findServerDraft<T>(kind: string, subjectId?: string): Promise<ServerDraft<T> | null> {
  try {
    const query = subjectQuery(subjectId);
    const draft = await request<ServerDraft<T> | undefined | null>(pathOf(kind), { query });
    return draft?.body === undefined || draft.body === null ? null : draft;
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return null;
    throw error;
  }
}

/** Saves over the version the text grew from. @throws ApiError 412 with the newer draft in `current`. */
export function saveServerDraft<T>(
  kind: string,
  subjectId: string | undefined,
  body: T,
  baseVersion: number | null,
): Promise<{ version: number; updatedAt: string }> {
  const subject = subjectId === undefined ? {} : { subjectId };
  return request(pathOf(kind), { method: 'PUT', body: { ...subject, body, baseVersion } });
}

export async function deleteServerDraft(kind: string, subjectId?: string): Promise<void> {
  await request(pathOf(kind), { method: 'DELETE', query: subjectQuery(subjectId) });
}
