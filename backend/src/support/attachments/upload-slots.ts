import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel';

/** At once, per person and process; the console sends two. */
const MAX_PER_PERSON = 3;
/** At once, per process: each holds a connection, a file and half a megabyte. */
const MAX_IN_ALL = 60;

/** 429: somebody, or everybody together, uploads too much at once. */
export class TooManyUploads extends DomainError {
  constructor(detail: string) {
    super('TOO_MANY_UPLOADS', 429, '正在上传的文件太多', detail);
  }
}

/** Bounds what uploads may take from one process. */
@Injectable()
export class UploadSlots {
  private readonly taken = new Map<string, number>();
  private inAll = 0;

  /** Runs `work` in a slot of this person. @throws TooManyUploads 429 */
  async run<T>(userId: string, work: () => Promise<T>): Promise<T> {
    const mine = this.taken.get(userId) ?? 0;
    if (mine >= MAX_PER_PERSON) throw new TooManyUploads('请等前面的文件传完再传。');
    if (this.inAll >= MAX_IN_ALL)
      throw new TooManyUploads('现在上传的人较多，请过一分钟再传；已选的文件还在。');
    this.taken.set(userId, mine + 1);
    this.inAll += 1;
    try {
      return await work();
    } finally {
      this.inAll -= 1;
      const left = (this.taken.get(userId) ?? 1) - 1;
      if (left === 0) this.taken.delete(userId);
      else this.taken.set(userId, left);
    }
  }
}
