import type { CDPSession } from 'playwright-core';
import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';

/** Longer than the pause after which the search field asks. */
const SLOW_TYPIST_MS = 450;

/** Letters of an unfinished pinyin are not a question: every search is audited and costs a query. */
describe('searching people with a Chinese input method', () => {
  let demo: DemoConsole;
  let intake: Person;
  let keyboard: CDPSession;
  const questions: string[] = [];

  beforeAll(async () => {
    demo = await DemoConsole.start();
    intake = await demo.arrive('intake');
    await intake.goTo('人员');
    intake.page.on('request', (request) => {
      const { pathname, searchParams } = new URL(request.url());
      if (pathname.endsWith('/people')) questions.push(searchParams.get('q') ?? '');
    });
    keyboard = await intake.context.newCDPSession(intake.page);
    await intake.page.getByRole('searchbox', { name: '姓名、拼音或首字母' }).click();
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);
  beforeEach(() => questions.splice(0));

  /** The browser's own composition events, as an input method causes them. */
  async function compose(pinyin: string, hanzi: string): Promise<void> {
    for (let end = 1; end <= pinyin.length; end++) {
      const text = pinyin.slice(0, end);
      await keyboard.send('Input.imeSetComposition', { text, selectionStart: end, selectionEnd: end });
      await intake.page.waitForTimeout(end === pinyin.length ? SLOW_TYPIST_MS : 60);
    }
    await keyboard.send('Input.insertText', { text: hanzi });
  }

  it(
    'asks at most once for 张, never for z, zh, zha…',
    async () => {
      await compose('zhang', '张');
      await intake.page.waitForTimeout(SLOW_TYPIST_MS * 2);
      expect(await intake.page.getByRole('searchbox').inputValue()).toBe('张');
      expect(questions.length).toBeLessThanOrEqual(1);
      expect(questions.join()).not.toMatch(/[a-z]/u);
    },
    LIMIT_MS,
  );

  it(
    'asks once for a whole name and finds the child',
    async () => {
      await intake.page.getByRole('searchbox').fill('');
      questions.splice(0);
      await compose('shi', '柿');
      await compose('xiaohong', '小红');
      await intake.link('柿小红').waitFor();
      expect(questions).toEqual(['柿小红']);
    },
    LIMIT_MS,
  );
});
