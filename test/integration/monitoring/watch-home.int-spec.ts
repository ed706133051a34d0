import { ALL_NORMAL, proposal, visit, type WatchItem } from '../../support/monitoring';
import { TestApp, type Who } from '../../support/test-app';

interface Home {
  readonly cards: readonly { key: string; count: number; link: string }[];
  readonly next: readonly { title: string; number: string | null; link: string }[];
}

const CONFIRM = '监测对象待您核定';
const COMPLETE = '监测对象被退回，请补充';
const REPORT = '走访有异常或危险，请转为报告';

describe('what a home says about watched children', () => {
  let app: TestApp;
  let item: WatchItem;

  beforeAll(async () => {
    app = await TestApp.start();
    item = await (await app.as('director')).ok<WatchItem>('/watch-items', proposal());
  }, 60_000);
  afterAll(() => app.stop());

  const home = async (who: Who): Promise<Home> => (await app.as(who)).read<Home>('/home');
  const asked = async (who: Who): Promise<string[]> =>
    (await home(who)).next.filter(({ number }) => number === item.number).map(({ title }) => title);
  const count = async (who: Who, key: string): Promise<number | undefined> =>
    (await home(who)).cards.find((card) => card.key === key)?.count;
  const act = async (who: Who, action: string, body: Record<string, unknown>): Promise<void> => {
    await (await app.as(who)).ok(`/watch-items/${item.id}/actions/${action}`, body);
  };

  it('asks the level that confirms, and nobody else', async () => {
    expect(await asked('station')).toEqual([CONFIRM]);
    expect(await asked('civil')).toEqual([]);
    expect(await asked('director')).not.toContain(CONFIRM);
    expect(await asked('otherStation')).toEqual([]);
    expect(await count('station', 'watch-proposed')).toBe(1);
  });

  it('asks who proposed it to complete what was returned', async () => {
    await act('station', 'return', { reason: '请写明父母在哪里' });
    expect(await asked('director')).toEqual([COMPLETE]);
    expect(await asked('station')).toEqual([]);
    await act('director', 'resubmit', { categories: ['LEFT_BEHIND'], why: '父母在外省工地。' });
    await act('station', 'confirm', { level: 'key' });
    expect(await asked('station')).toEqual([]);
  });

  it('asks the visitor to report what the visit showed, until it is reported', async () => {
    await act('director', 'record-visit', {
      ...visit(app),
      items: { ...ALL_NORMAL, MIND: { rating: 'abnormal', note: '连续几天不说话' } },
    });
    expect(await asked('director')).toEqual([REPORT]);
    expect(await asked('station')).toEqual([]);
    await act('director', 'report-finding', {
      situations: [],
      facts: '连续几天不说话',
      childSafeNow: 'unknown',
      medicalSent: 'no',
      exclusionHints: [],
      wantsSecrecy: true,
    });
    expect(await asked('director')).not.toContain(REPORT);
  });

  it('counts the visits of the day for the village, and the missed ones for those above', async () => {
    expect(await count('director', 'watch-due')).toBe(0);
    await app.advanceTo(new Date(app.now().getTime() + 40 * 86_400_000));
    expect(await count('director', 'watch-due')).toBe(1);
    expect(await count('station', 'watch-missed')).toBe(1);
    expect(await count('civil', 'watch-missed')).toBe(1);
    expect(await count('otherStation', 'watch-missed')).toBe(0);
  });
});
