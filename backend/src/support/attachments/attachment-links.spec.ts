import { DomainError, newId } from '../../kernel';
import { AttachmentLinks } from './attachment-links';

const NOW = new Date('2026-09-15T09:00:00+08:00');
const KEY = Buffer.alloc(32, 7);
const links = new AttachmentLinks({ deriveKey: () => KEY });
const [file, user] = [newId(), newId()];

function parts(url: string): Record<string, string> {
  return Object.fromEntries(new URL(url, 'http://x').searchParams);
}
const status = (work: () => unknown): number => {
  try {
    work();
    return 200;
  } catch (error) {
    return error instanceof DomainError ? error.status : 500;
  }
};

describe('a link to a file', () => {
  const { url, expiresAt } = links.make(file, user, 'view', NOW);

  it('opens the file for its person, for two minutes', () => {
    expect(links.check(file, user, parts(url), NOW)).toBe('view');
    expect(expiresAt.getTime() - NOW.getTime()).toBe(120_000);
    const last = new Date(expiresAt.getTime() - 1);
    expect(status(() => links.check(file, user, parts(url), last))).toBe(200);
    expect(status(() => links.check(file, user, parts(url), expiresAt))).toBe(410);
  });

  it('says nothing of the person', () => expect(url).not.toContain(user));

  it('opens nothing else, for nobody else, later or otherwise', () => {
    const good = parts(url);
    const other = new AttachmentLinks({ deriveKey: () => Buffer.alloc(32, 8) });
    expect(status(() => links.check(newId(), user, good, NOW))).toBe(404);
    expect(status(() => links.check(file, newId(), good, NOW))).toBe(404);
    expect(status(() => other.check(file, user, good, NOW))).toBe(404);
    for (const wrong of [
      { ...good, mode: 'download' },
      { ...good, mode: 'other' },
      { ...good, until: String(Number(good.until) + 1) },
      { ...good, until: `${good.until}.5` },
      { ...good, until: ['1', '2'] },
      { ...good, sign: '' },
      { ...good, sign: `${good.sign}AA` },
      { ...good, sign: undefined },
      {},
    ])
      expect([wrong, status(() => links.check(file, user, wrong, NOW))]).toEqual([wrong, 404]);
  });
});
