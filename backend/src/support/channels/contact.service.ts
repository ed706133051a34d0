import { Injectable } from '@nestjs/common';
import { InvalidInput, type RequestContext } from '../../kernel';
import { FieldCrypto, FileKeyStore } from '../../platform/crypto';
import { AppDatabase, type Tx } from '../../platform/database';
import { CHANNEL_NAMES, Notifier } from '../../platform/notifier';
import { AuditLog } from '../audit';
import type { KeepContactRequest } from './dto/contact.request';
import type { ContactResponse } from './dto/contact.response';

interface Row {
  phone: Buffer | null;
  email: Buffer | null;
  agreed_at: Date | null;
  quiet_from: string | null;
  quiet_to: string | null;
  changed_at: Date;
}

const KEEP = `
  INSERT INTO user_contact (user_id, district_code, phone, email, agreed_at, quiet_from, quiet_to, changed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
  ON CONFLICT (user_id) DO UPDATE SET phone = excluded.phone, email = excluded.email, agreed_at = excluded.agreed_at,
    quiet_from = excluded.quiet_from, quiet_to = excluded.quiet_to, changed_at = excluded.changed_at`;

/** 我的联系方式: one's own, with consent, for duty alone; taking the consent back removes the addresses. */
@Injectable()
export class ContactService {
  constructor(
    private readonly database: AppDatabase,
    private readonly crypto: FieldCrypto,
    private readonly keys: FileKeyStore,
    private readonly notifier: Notifier,
    private readonly audit: AuditLog,
  ) {}

  get(ctx: RequestContext): Promise<ContactResponse> {
    return this.database.inTransaction(ctx, (tx) => this.read(tx));
  }

  /** @throws InvalidInput 422 */
  async keep(ctx: RequestContext, dto: KeepContactRequest): Promise<ContactResponse> {
    requireWhole(dto);
    await this.keys.createKeys([ctx.actor.userId]);
    return this.database.inTransaction(ctx, async (tx) => {
      await this.write(tx, dto);
      this.audit.record(tx, {
        action: dto.agreed ? 'contact.keep' : 'contact.remove',
        subjectKind: 'account',
        subjectId: tx.actor.userId,
      });
      return this.read(tx);
    });
  }

  private async write(
    tx: Tx,
    { phone, email, agreed, quietFrom, quietTo }: KeepContactRequest,
  ): Promise<void> {
    const { userId, districtCode } = tx.actor;
    const sealed = await this.crypto.encryptMany(userId, userId, {
      'user_contact.phone': agreed ? (phone ?? null) : null,
      'user_contact.email': agreed ? (email ?? null) : null,
    });
    await tx.execute(KEEP, [
      userId,
      districtCode,
      sealed['user_contact.phone'],
      sealed['user_contact.email'],
      agreed ? tx.now : null,
      quietFrom ?? null,
      quietTo ?? null,
      tx.now,
    ]);
  }

  private async read(tx: Tx): Promise<ContactResponse> {
    const { userId } = tx.actor;
    const [row] = await tx.query<Row>('SELECT * FROM user_contact WHERE user_id = $1', [userId]);
    const plain = await this.crypto.decryptMany(userId, userId, {
      'user_contact.phone': row?.phone ?? null,
      'user_contact.email': row?.email ?? null,
    });
    return {
      phone: plain['user_contact.phone'],
      email: plain['user_contact.email'],
      agreed: (row?.agreed_at ?? null) !== null,
      quietFrom: row?.quiet_from ?? null,
      quietTo: row?.quiet_to ?? null,
      changedAt: row?.changed_at.toISOString() ?? null,
      channelNames: this.notifier.channels.map(({ name }) => CHANNEL_NAMES[name]),
    };
  }
}

function requireWhole({ phone, email, agreed, quietFrom, quietTo }: KeepContactRequest): void {
  if (agreed && phone === undefined && email === undefined)
    throw new InvalidInput({ phone: ['请填写手机号码或电子邮件，至少一项；不愿意接收请取消勾选'] });
  if ((quietFrom === undefined) !== (quietTo === undefined))
    throw new InvalidInput({
      [quietFrom === undefined ? 'quietFrom' : 'quietTo']: ['免打扰时段的开始和结束要一起填写'],
    });
}
