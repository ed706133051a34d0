import { PassThrough, Readable } from 'node:stream';
import { BodyTooSlow, bodyOf, discardRest } from './body-stream';

const LIMITS = { idleMs: 60, totalMs: 250 };

async function all(source: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const part of source) text += part.toString();
  return text;
}

describe('a body as it arrives', () => {
  it('is read to its end', async () => {
    expect(await all(bodyOf(Readable.from([Buffer.from('a'), Buffer.from('b')]), LIMITS))).toBe('ab');
  });

  it('ends when the sender goes silent, and the stream lives on for an answer', async () => {
    const request = new PassThrough();
    request.write('a');
    await expect(all(bodyOf(request, LIMITS))).rejects.toBeInstanceOf(BodyTooSlow);
    expect(request.destroyed).toBe(false);
    request.destroy();
  });

  it('ends when the sender takes for ever, however steadily (F02)', async () => {
    const request = new PassThrough();
    const drip = setInterval(() => request.write('a'), 20);
    const began = performance.now();
    await expect(all(bodyOf(request, LIMITS))).rejects.toBeInstanceOf(BodyTooSlow);
    clearInterval(drip);
    expect(performance.now() - began).toBeLessThan(1_000);
    request.destroy();
  });

  it('that nobody wants any more is read on, so that the sender hears why', async () => {
    const request = new PassThrough();
    const body = bodyOf(request, LIMITS);
    request.write('a');
    await body.next();
    await body.return(undefined);
    expect(request.destroyed).toBe(false);
    setTimeout(() => request.end('the rest'), 20);
    await discardRest(request, { bytes: 1_000, ms: 1_000 });
    expect(request.readableEnded).toBe(true);
  });

  it('that goes on and on is left alone', async () => {
    const request = new PassThrough();
    const flood = setInterval(() => request.write('x'.repeat(500)), 5);
    const began = performance.now();
    await discardRest(request, { bytes: 2_000, ms: 2_000 });
    expect(performance.now() - began).toBeLessThan(1_000);
    await discardRest(request, { bytes: 1_000_000, ms: 100 });
    expect(request.readableEnded).toBe(false);
    clearInterval(flood);
    request.destroy();
  });
});
