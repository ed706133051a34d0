import type { Readable } from 'node:stream';
import { DomainError } from '../../kernel';

export interface BodyLimits {
  /** Longest silence, in ms. */
  readonly idleMs: number;
  /** Longest time for the whole body, in ms. */
  readonly totalMs: number;
}

/** 408: the sender went silent or takes for ever; a connection is not held for that. */
export class BodyTooSlow extends DomainError {
  constructor() {
    super(
      'BODY_TOO_SLOW',
      408,
      '网络太慢，没有传完',
      '文件没有保存。请换到信号好的地方，或把文件压缩后再传；已选的文件还在，点「重试」即可。',
    );
  }
}

/** 400: the sender hung up; nobody reads this answer. */
class BodyBroken extends DomainError {
  constructor() {
    super('BODY_BROKEN', 400, '没有传完', '连接中断，文件没有保存，请重试。');
  }
}

/**
 * A request's body as it arrives, within bounds of time. Unlike a plain loop over the request, leaving early keeps the
 * connection open for an answer. @throws BodyTooSlow 408
 */
export async function* bodyOf(request: Readable, limits: BodyLimits): AsyncGenerator<Buffer> {
  const iterator = request.iterator({ destroyOnReturn: false }) as AsyncIterator<Buffer>;
  const end = performance.now() + limits.totalMs;
  let isStuck = false;
  try {
    for (;;) {
      const next = await within(iterator.next(), Math.min(limits.idleMs, end - performance.now()));
      isStuck = next === undefined;
      if (next === undefined) throw new BodyTooSlow();
      if (next.done === true) return;
      yield next.value;
    }
  } finally {
    const left = iterator.return?.();
    // A stuck read ends when the connection does; waiting for it here would be waiting for the sender.
    if (!isStuck) await left?.catch(() => undefined);
    else left?.catch(() => undefined);
  }
}

/**
 * Reads and forgets what is left of a refused body, so that the sender sees the answer instead of a broken connection; a
 * sender that goes on and on is left alone after these bounds.
 */
export async function discardRest(request: Readable, bounds: { bytes: number; ms: number }): Promise<void> {
  if (request.readableEnded || request.destroyed) return;
  let left = bounds.bytes;
  let timer: NodeJS.Timeout | undefined;
  await new Promise<void>((done) => {
    timer = setTimeout(done, bounds.ms);
    request.on('data', (part: Buffer) => {
      left -= part.length;
      if (left < 0) done();
    });
    for (const event of ['end', 'close', 'error']) request.once(event, () => done());
    request.resume();
  });
  clearTimeout(timer);
  request.removeAllListeners('data');
}

/** The result, or undefined when it takes longer than `ms`. */
async function within<T>(work: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((done) => (timer = setTimeout(() => done(undefined), Math.max(0, ms))));
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') throw new BodyBroken();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
