import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/database';
import type { PurposeCode, SubjectKind } from './attachment.rules';

/** What a rule about reading may look at. */
export interface FileFacts {
  readonly kind: SubjectKind;
  readonly purpose: string;
  readonly isOwn: boolean;
  /** Of the reader's own agency. */
  readonly isColleague: boolean;
}

/** The record a file belongs to, and what this actor may do with its files. Made by the noun that owns the record. */
export interface AttachmentSubject {
  readonly kind: SubjectKind;
  readonly id: string;
  /** The number people read out. */
  readonly number: string;
  /** Whose data key seals its files: the child, or the report before there is one. */
  readonly keyId: string;
  readonly reportId: string | null;
  readonly caseId: string | null;
  readonly workOrderId: string | null;
  readonly mayRead: (file: FileFacts) => boolean;
  /** May take back files that others added. */
  readonly steers: boolean;
  /** What this actor may add now; with `notAddable`, why nothing. */
  readonly addable: readonly PurposeCode[];
  readonly notAddable: string | null;
  /** Who added a file is told only about the own files and those of the own agency. */
  readonly sealsUploader: boolean;
}

export interface AttachmentEvent {
  readonly attachmentId: string;
  readonly purpose: string;
}

/** A noun's side of its attachments. */
export interface AttachmentSource {
  readonly kind: SubjectKind;
  /** The record through its visibility rule, locked when something is about to change; undefined when it is hidden. */
  find(tx: Tx, id: string, lock: 'read' | 'write'): Promise<AttachmentSubject | undefined>;
  /** Writes the noun's own log (timeline, audit, message). */
  added(tx: Tx, subject: AttachmentSubject, event: AttachmentEvent): Promise<void>;
  withdrawn(tx: Tx, subject: AttachmentSubject, event: AttachmentEvent): Promise<void>;
}

/** Nouns register here when their module starts; this room knows none of them. */
@Injectable()
export class AttachmentSources {
  private readonly sources = new Map<SubjectKind, AttachmentSource>();

  register(source: AttachmentSource): void {
    if (this.sources.has(source.kind)) throw new Error(`Two sources of attachments of ${source.kind}`);
    this.sources.set(source.kind, source);
  }

  of(kind: SubjectKind): AttachmentSource {
    const source = this.sources.get(kind);
    if (source === undefined) throw new Error(`Nobody registered attachments of ${kind}`);
    return source;
  }
}
