import { createHmac, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { DomainError, NotVisible } from '../../kernel';
import { MasterKeys } from '../../platform/crypto';

export type LinkMode = 'view' | 'download';

/** How long a link opens the file, in ms. */
const VALID_MS = 120_000;

/** 410: the link was good; the list makes a new one. */
export class LinkExpired extends DomainError {
  constructor() {
    super('LINK_EXPIRED', 410, '链接已失效', '附件链接只在两分钟内有效，请回到附件列表重新打开。');
  }
}

/**
 * Links to one file for one person and one use. The address carries ids and a time, no personal data; the person is not in
 * it but in the signature, so in another session the same link is just wrong. It opens nothing by itself: the route asks
 * every rule again.
 */
@Injectable()
export class AttachmentLinks {
  private readonly key: Buffer;

  constructor(@Inject(MasterKeys) masters: Pick<MasterKeys, 'deriveKey'>) {
    this.key = masters.deriveKey('attachment-link');
  }

  make(id: string, userId: string, mode: LinkMode, now: Date): { url: string; expiresAt: Date } {
    const until = now.getTime() + VALID_MS;
    const sign = this.sign(id, userId, mode, until).toString('base64url');
    return {
      url: `/api/v1/attachments/${id}/content?mode=${mode}&until=${until}&sign=${sign}`,
      expiresAt: new Date(until),
    };
  }

  /** @throws NotVisible 404 when it was not made for this person, file and use; LinkExpired 410 */
  check(id: string, userId: string, link: Readonly<Record<string, unknown>>, now: Date): LinkMode {
    const { mode, until, sign } = link;
    const isWhole =
      (mode === 'view' || mode === 'download') &&
      typeof until === 'string' &&
      /^\d{10,15}$/.test(until) &&
      typeof sign === 'string';
    if (!isWhole) throw new NotVisible();
    const given = Buffer.from(sign, 'base64url');
    const right = this.sign(id, userId, mode, Number(until));
    if (given.length !== right.length || !timingSafeEqual(given, right)) throw new NotVisible();
    if (Number(until) <= now.getTime()) throw new LinkExpired();
    return mode;
  }

  private sign(id: string, userId: string, mode: LinkMode, until: number): Buffer {
    return createHmac('sha256', this.key).update(`v1|${id}|${userId}|${mode}|${until}`).digest();
  }
}
