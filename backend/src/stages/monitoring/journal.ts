import { Injectable } from '@nestjs/common';
import { newId } from '../../kernel';
import type { Tx } from '../../platform/database';
import { Outbox } from '../../platform/outbox';
import { AuditLog, type SubjectKind } from '../../support/audit';

/** What every entry of a log of this stage tells, whatever it is about. */
export interface JournalEntry {
  readonly from?: string;
  readonly to?: string;
  /** Only those who know the report see the entry. */
  readonly reportId?: string;
  /** Words a person wrote; encrypted under the key of what they are about. */
  readonly note?: string | undefined;
  /** Ids and codes only. */
  readonly data?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

export interface JournalSubject {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly payload: Readonly<Record<string, string>>;
}

/** The columns that the two logs of this stage share. */
export function entryColumns(tx: Tx, action: string, { from, to, reportId, data }: JournalEntry) {
  return {
    id: newId(tx.now.getTime()),
    districtCode: tx.actor.districtCode,
    reportId: reportId ?? null,
    at: tx.now,
    actorUserId: tx.actor.userId,
    actorAgencyId: tx.actor.agencyId,
    action,
    fromState: from ?? null,
    toState: to ?? null,
    data: { ...(data ?? {}) },
  };
}

/** Brings the audit row and the outbox message of an entry along, so that neither can be forgotten. */
@Injectable()
export class JournalEcho {
  constructor(
    private readonly audit: AuditLog,
    private readonly outbox: Outbox,
  ) {}

  send(
    tx: Tx,
    name: string,
    { subjectKind, subjectId, payload }: JournalSubject,
    data: JournalEntry['data'],
  ): void {
    this.audit.record(tx, { action: name, subjectKind, subjectId, detail: { ...(data ?? {}) } });
    this.outbox.add(tx, { name, subjectId, payload });
  }
}
