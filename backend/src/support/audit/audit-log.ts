import { createHmac } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { newId, type RequestContext } from '../../kernel';
import { AppDatabase, type Tx } from '../../platform/database';
import { AuditEntryEntity } from './entities';

export type SubjectKind =
  | 'report'
  | 'case'
  | 'case_transfer'
  | 'work_order'
  | 'agency_notice'
  | 'watch_item'
  | 'campaign'
  | 'campaign_sheet'
  | 'agency'
  | 'person'
  | 'reporter'
  | 'draft'
  | 'session'
  | 'account'
  | 'attachment'
  | 'delivery'
  | 'list';

export interface AuditEvent {
  readonly action: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId?: string;
  /** Ids and codes only, never what a person wrote. */
  readonly detail?: Readonly<Record<string, string | number | boolean | readonly string[]>>;
}

/** Key of the audit MAC; provided from the key store, never from the database. */
export class AuditKey {
  constructor(readonly key: Buffer) {}
}

/**
 * Who did or tried what. Rows are INSERT-only and written in the transaction they describe, so no change is committed
 * without its entry; each carries a keyed MAC (security.md L01–L03; 未成年人网络保护条例 36).
 */
@Injectable()
export class AuditLog {
  constructor(
    private readonly key: AuditKey,
    private readonly database: AppDatabase,
  ) {}

  /** Adds the entry to the running transaction. */
  record(tx: Tx, event: AuditEvent): void {
    tx.insert(AuditEntryEntity, this.entry(tx.ctx, tx.now, 'ok', event));
  }

  /** A refusal has no transaction of its own to be part of; it gets one. */
  async refused(
    ctx: RequestContext,
    action: string,
    event?: Pick<AuditEvent, 'subjectKind' | 'subjectId'>,
  ): Promise<void> {
    await this.database.inTransaction({ ...ctx }, (tx) => {
      tx.insert(
        AuditEntryEntity,
        this.entry(ctx, tx.now, 'refused', { action, subjectKind: 'list', ...event }),
      );
      return Promise.resolve();
    });
  }

  private entry(
    ctx: RequestContext,
    at: Date,
    outcome: 'ok' | 'refused',
    event: AuditEvent,
  ): AuditEntryEntity {
    const row = {
      id: newId(at.getTime()),
      at,
      districtCode: ctx.actor.districtCode,
      actorUserId: ctx.actor.userId,
      actorAgencyId: ctx.actor.agencyId,
      action: event.action,
      outcome,
      subjectKind: event.subjectKind,
      subjectId: event.subjectId ?? null,
      requestId: ctx.requestId,
      detail: event.detail ?? {},
    };
    return { ...row, mac: createHmac('sha256', this.key.key).update(canonical(row)).digest() };
  }
}

/** The bytes a MAC is taken over: every field in a fixed order. */
export function canonical(row: Omit<AuditEntryEntity, 'mac'>): string {
  return JSON.stringify([
    row.id,
    row.at.toISOString(),
    row.districtCode,
    row.actorUserId,
    row.actorAgencyId,
    row.action,
    row.outcome,
    row.subjectKind,
    row.subjectId,
    row.requestId,
    Object.entries(row.detail).sort(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
