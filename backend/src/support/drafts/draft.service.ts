import { Injectable } from '@nestjs/common';
import { isDeepStrictEqual } from 'node:util';
import { DomainError, newId, NotVisible, type RequestContext, StaleEdit } from '../../kernel';
import { FieldCrypto, FileKeyStore } from '../../platform/crypto';
import { AppDatabase, sqlState, type Tx } from '../../platform/database';
import { DraftEntity } from './entities';

export type DraftBody = Record<string, unknown>;

export interface Draft {
  readonly body: DraftBody;
  readonly version: number;
  readonly updatedAt: string;
}

interface DraftRow {
  id: string;
  body: Buffer;
  version: number;
  updated_at: Date;
}

/** Bytes of JSON; a long report with several children takes a tenth of it. */
const MAX_BYTES = 200 * 1024;
const KIND = /^[a-z][a-z-]{0,39}$/;
const UNIQUE_VIOLATION = '23505';

/** Drafts of one person. Each is encrypted under a key of its own, which is destroyed with it, backups included. */
@Injectable()
export class DraftService {
  constructor(
    private readonly database: AppDatabase,
    private readonly crypto: FieldCrypto,
    private readonly keys: FileKeyStore,
  ) {}

  /** The actor's draft; undefined when there is none. @throws NotVisible for a kind that cannot exist */
  find(ctx: RequestContext, kind: string, subjectId?: string): Promise<Draft | undefined> {
    requireKind(kind);
    return this.database.inTransaction(ctx, async (tx) => {
      const row = await this.row(tx, kind, subjectId);
      return row && this.open(row);
    });
  }

  /**
   * Saves over the version the text grew from. A repeat of what is stored changes nothing, so a lost answer is no conflict.
   * @throws StaleEdit 412 with the newer draft; DomainError 413 when it is too long
   */
  async save(
    ctx: RequestContext,
    kind: string,
    subjectId: string | undefined,
    body: DraftBody,
    base: number | null,
  ): Promise<Draft> {
    requireKind(kind);
    if (Buffer.byteLength(JSON.stringify(body)) > MAX_BYTES) {
      throw new DomainError(
        'TOO_LARGE',
        413,
        '内容太长',
        '草稿超过 200 KB，请精简文字；已保存的部分不会丢失。',
      );
    }
    const once = (): Promise<Draft> =>
      this.database.inTransaction(ctx, (tx) => this.write(tx, kind, subjectId, body, base));
    try {
      return await once();
    } catch (error) {
      // Two windows made the first version at once: the second now meets the first one's.
      if (sqlState(error) === UNIQUE_VIOLATION) return once();
      throw error;
    }
  }

  /** Submitted or thrown away: the row goes, then its key. A draft that is not there is no error. */
  async discard(ctx: RequestContext, kind: string, subjectId?: string): Promise<void> {
    const ids = await this.database.inTransaction(ctx, async (tx) => {
      const row = await this.row(tx, kind, subjectId);
      if (row !== undefined) await tx.execute('DELETE FROM draft WHERE id = $1', [row.id]);
      return row === undefined ? [] : [row.id];
    });
    for (const id of ids) await this.keys.destroy(id);
  }

  private async write(
    tx: Tx,
    kind: string,
    subjectId: string | undefined,
    body: DraftBody,
    base: number | null,
  ): Promise<Draft> {
    const row = await this.row(tx, kind, subjectId);
    if (row === undefined) return this.create(tx, kind, subjectId, body);
    const current = await this.open(row);
    if (isDeepStrictEqual(current.body, body)) return current;
    if (row.version !== base) throw new StaleEdit(current);
    await tx.execute('UPDATE draft SET body = $2, version = version + 1, updated_at = $3 WHERE id = $1', [
      row.id,
      await this.crypto.encryptJson(row.id, 'draft.body', row.id, body),
      tx.now,
    ]);
    return { body, version: row.version + 1, updatedAt: tx.now.toISOString() };
  }

  private async create(tx: Tx, kind: string, subjectId: string | undefined, body: DraftBody): Promise<Draft> {
    const id = newId(tx.now.getTime());
    await this.keys.createKeys([id]);
    tx.insert(DraftEntity, {
      id,
      districtCode: tx.actor.districtCode,
      userId: tx.actor.userId,
      kind,
      subjectId: subjectId ?? null,
      body: await this.crypto.encryptJson(id, 'draft.body', id, body),
      version: 1,
      updatedAt: tx.now,
    });
    return { body, version: 1, updatedAt: tx.now.toISOString() };
  }

  private async row(tx: Tx, kind: string, subjectId: string | undefined): Promise<DraftRow | undefined> {
    const [row] = await tx.query<DraftRow>(
      `SELECT id, body, version, updated_at FROM draft WHERE user_id = $1 AND kind = $2 AND subject_id IS NOT DISTINCT FROM $3::uuid FOR UPDATE`,
      [tx.actor.userId, kind, subjectId ?? null],
    );
    return row;
  }

  private async open(row: DraftRow): Promise<Draft> {
    const body = (await this.crypto.decryptJson(row.id, 'draft.body', row.id, row.body)) as DraftBody;
    return { body, version: row.version, updatedAt: row.updated_at.toISOString() };
  }
}

function requireKind(kind: string): void {
  if (!KIND.test(kind)) throw new NotVisible();
}
