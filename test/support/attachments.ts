import type { Client, Reply } from './test-app';
import { jpeg } from './sample-files';

export interface Attachment {
  readonly id: string;
  readonly name: string;
  readonly purpose: string;
  readonly contentType: string;
  readonly size: number;
  readonly sha256: string;
  readonly state: string;
  readonly uploadedByName: string | null;
  readonly canOpen: boolean;
  readonly viewable: boolean;
  readonly withdrawalReason: string | null;
  readonly allowedActions: readonly { action: string }[];
}

export interface AttachmentList {
  readonly items: readonly Attachment[];
  readonly addable: readonly { code: string }[];
  readonly notAddable: string | null;
}

export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors?: Record<string, string[]>;
}

export type Link = Readonly<{ url: string; expiresAt: string }>;

/** Adds a file; a small photo unless told otherwise. */
export function add(
  client: Client,
  kind: 'report' | 'case' | 'work_order',
  id: string,
  purpose: string,
  { name = '照片.jpg', bytes = jpeg() }: { name?: string; bytes?: Buffer } = {},
): Promise<Reply<Attachment & Problem>> {
  return client.upload({ kind, id, purpose, name, bytes });
}

/** The files a page shows; null where the reader has none. */
export async function filesOf(client: Client, path: string): Promise<AttachmentList | null> {
  return (await client.read<{ attachments: AttachmentList | null }>(path)).attachments;
}

export function names(list: AttachmentList | null): string[] | null {
  return list?.items.map(({ name }) => name) ?? null;
}

/** The original behind a fresh link; undefined when there is no link for this reader. */
export async function open(
  client: Client,
  id: string,
  mode: 'view' | 'download' = 'download',
): Promise<Reply<Buffer> | undefined> {
  const body = { mode, ...(mode === 'download' ? { reason: 'CASEWORK' } : {}) };
  const link = await client.post<Link>(`/attachments/${id}/link`, body);
  return link.status === 200 ? client.download(link.body.url) : undefined;
}
