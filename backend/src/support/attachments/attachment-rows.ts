import type { Tx } from '../../platform/database';
import { visibility } from '../../platform/database';
import type { AttachmentSubject, FileFacts } from './attachment-subjects';
import type { SubjectKind } from './attachment.rules';
import type { AttachmentState } from './attachment.workflow';

export interface AttachmentRow {
  readonly id: string;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly number: string;
  readonly purpose: string;
  readonly name: Buffer;
  readonly content_type: string;
  readonly size_bytes: number;
  readonly sha256: Buffer;
  readonly key_id: string;
  readonly state: AttachmentState;
  readonly uploaded_by: string;
  readonly uploaded_agency_id: string;
  readonly uploaded_at: Date;
  readonly withdrawn_at: Date | null;
  readonly withdrawal: Buffer | null;
  readonly uploader: string | null;
  readonly uploader_agency: string | null;
  readonly withdrawer: string | null;
}

const SELECT = `SELECT a.*, u.display_name AS uploader, g.name AS uploader_agency, v.display_name AS withdrawer
  FROM attachment a LEFT JOIN app_user u ON u.id = a.uploaded_by LEFT JOIN agency g ON g.id = a.uploaded_agency_id
  LEFT JOIN app_user v ON v.id = a.withdrawn_by`;

/** Rows of one record, oldest first; a case's page shows those of its work orders too. */
export function rowsOf(tx: Tx, subject: Pick<AttachmentSubject, 'kind' | 'id'>): Promise<AttachmentRow[]> {
  const column = subject.kind === 'case' ? 'a.case_id' : 'a.subject_id';
  return tx.query<AttachmentRow>(
    `${SELECT} WHERE ${column} = $1 AND ${visibility.attachment('a')} ORDER BY a.uploaded_at, a.id`,
    [subject.id],
  );
}

/** One row; undefined when it is hidden. */
export async function findRow(
  tx: Tx,
  id: string,
  lock: '' | 'FOR NO KEY UPDATE OF a' = '',
): Promise<AttachmentRow | undefined> {
  const [row] = await tx.query<AttachmentRow>(
    `${SELECT} WHERE a.id = $1 AND ${visibility.attachment('a')} ${lock}`,
    [id],
  );
  return row;
}

/** What the rules about reading look at. */
export function factsOf(tx: Tx, row: AttachmentRow): FileFacts {
  return {
    kind: row.subject_kind,
    purpose: row.purpose,
    isOwn: row.uploaded_by === tx.actor.userId,
    isColleague: row.uploaded_agency_id === tx.actor.agencyId,
  };
}

/** The own file, always; any other by the rule of its record. */
export function mayRead(subject: AttachmentSubject, facts: FileFacts): boolean {
  return facts.isOwn || subject.mayRead(facts);
}

/** A withdrawn file is opened by whoever could have withdrawn it, and by nobody else. */
export function mayWithdraw(subject: AttachmentSubject, facts: FileFacts): boolean {
  return facts.isOwn || (subject.steers && subject.mayRead(facts));
}
