import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { Client } from 'pg';
import type { AppConfig } from '../../config';
import { BackupRefused } from '../../platform/backup';
import { FileKeyStore, KeyDestroyedError, type MasterKeys } from '../../platform/crypto';
import { createDataSource } from '../../platform/database';
import { SealedFiles } from '../../platform/files';
import { AttachmentEntity } from '../../support/attachments/entities/attachment.entity';
import { AuditEntryEntity, canonical } from '../../support/audit';
import { ENTITIES } from '../entities';
import { countKept } from './facts';

const BATCH = 2_000;
const NIL = '00000000-0000-0000-0000-000000000000';

/** Nothing that the manifest counted may be missing. @throws BackupRefused */
export async function checkCounts(
  url: string,
  counted: Readonly<Record<string, number>>,
  say: (line: string) => void,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const found = await countKept(client);
    const short = Object.entries(counted).filter(([table, rows]) => (found[table] ?? 0) < rows);
    if (short.length > 0)
      throw new BackupRefused(
        `恢复出来的行数比清单少：${short.map(([table, rows]) => `${table} ${found[table] ?? 0}/${rows}`).join('，')}`,
        '换用另一份备份，并保留这一份供检查',
      );
    say(`✓ 行数：${Object.keys(counted).length} 张表都不少于清单`);
  } finally {
    await client.end();
  }
}

/** Every audit entry has its MAC, every attachment opens and is what was registered. @throws BackupRefused */
export async function checkContents(
  url: string,
  config: AppConfig,
  masters: MasterKeys,
  say: (line: string) => void,
): Promise<void> {
  const source = createDataSource({ url, max: 2, applicationName: 'tonghu-restore', entities: ENTITIES });
  await source.initialize();
  try {
    const mac = masters.deriveKey('audit-mac');
    let entries = 0;
    for await (const entry of all((id) => batch(AuditEntryEntity, id))) {
      const ours = createHmac('sha256', mac).update(canonical(entry)).digest();
      if (entry.mac.length !== ours.length || !timingSafeEqual(entry.mac, ours))
        throw new BackupRefused(
          `审计记录 ${entry.id} 的校验码不对`,
          '这份备份的审计记录被改动过，请报告并保留现场',
        );
      entries += 1;
    }
    say(`✓ 审计：${entries} 条的校验码都对`);
    const keys = await FileKeyStore.open(`${config.keyDir}/subjects`, masters);
    const files = new SealedFiles(keys, { dir: config.attachmentDir, keepFree: 0 });
    const count = { whole: 0, destroyed: 0 };
    for await (const { id, keyId, sha256 } of all((after) => batch(AttachmentEntity, after))) {
      const found = await hashOf(files, id, keyId);
      if (found === undefined) count.destroyed += 1;
      else if (found.equals(sha256)) count.whole += 1;
      else throw new BackupRefused(`附件 ${id} 与登记的不一致`, '换用另一份备份');
    }
    const gone = count.destroyed > 0 ? `，${count.destroyed} 个的密钥已按规定销毁` : '';
    say(`✓ 附件：${count.whole} 个都能打开，内容与登记的一致${gone}`);
  } finally {
    await source.destroy();
  }

  function batch<T extends { id: string }>(entity: new () => T, after: string): Promise<T[]> {
    return source.manager
      .createQueryBuilder(entity, 'row')
      .where('row.id > :after', { after })
      .orderBy('row.id')
      .take(BATCH)
      .getMany();
  }
}

async function* all<T extends { id: string }>(batch: (after: string) => Promise<T[]>): AsyncGenerator<T> {
  for (let rows = await batch(NIL); rows.length > 0; rows = await batch(rows.at(-1)?.id ?? NIL)) yield* rows;
}

/** Undefined: the key was destroyed on purpose. */
async function hashOf(files: SealedFiles, id: string, keyId: string): Promise<Buffer | undefined> {
  const hash = createHash('sha256');
  try {
    for await (const piece of await files.read(id, keyId)) hash.update(piece as Buffer);
    return hash.digest();
  } catch (error) {
    if (error instanceof KeyDestroyedError && error.reason === 'destroyed') return undefined;
    throw new BackupRefused(`附件 ${id} 打不开（原件或密钥缺失）`, '核对附件目录和密钥备份是否完整');
  }
}
