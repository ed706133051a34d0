import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';

/** Longer than the pause before the copy in the browser is written, shorter than the one before the server's. */
const JUST_TYPED_MS = 500;

/** Nothing a person typed is lost: not by a reload, a killed tab, a lost connection or a lost answer. */
describe('what was typed', () => {
  let demo: DemoConsole;
  let teacher: Person;

  beforeAll(async () => {
    demo = await DemoConsole.start();
    teacher = await demo.arrive('teacher');
    await teacher.open('/reports/new');
    for (const heading of ['您担心哪种情形？', '是哪个孩子？', '您发现了什么？']) {
      await teacher.button('下一步').click();
      await teacher.seesHeading(heading);
    }
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  const facts = (): ReturnType<Person['field']> => teacher.field('发现了什么');

  async function comesBack(text: string): Promise<void> {
    await teacher.sees('已恢复您上次填写、还没有提交的内容。');
    await teacher.seesHeading('您发现了什么？');
    expect(await facts().inputValue()).toBe(text);
  }

  it(
    'survives a reload, on the page where it was typed',
    async () => {
      await facts().fill('禾苗苗说手臂疼。');
      await teacher.sees('草稿已保存');
      await teacher.page.reload();
      await comesBack('禾苗苗说手臂疼。');
    },
    LIMIT_MS,
  );

  it(
    'survives a killed tab before the server had it',
    async () => {
      await facts().fill('禾苗苗说手臂疼，不想回家。');
      await teacher.page.waitForTimeout(JUST_TYPED_MS);
      await teacher.loseTab();
      await teacher.open('/reports/new');
      await comesBack('禾苗苗说手臂疼，不想回家。');
    },
    LIMIT_MS,
  );

  it(
    'survives a lost connection, and says where it is kept',
    async () => {
      await teacher.context.setOffline(true);
      await facts().fill('禾苗苗说手臂疼，不想回家，怕爸爸。');
      await teacher.sees('网络不通，已暂存在本机');
      await teacher.shoot('drafts-offline');
      await teacher.loseTab();
      await teacher.context.setOffline(false);
      await teacher.open('/reports/new');
      await comesBack('禾苗苗说手臂疼，不想回家，怕爸爸。');
      await teacher.sees('草稿已保存');
    },
    LIMIT_MS,
  );

  it(
    'lies in the browser only encrypted, and not at all after signing out',
    async () => {
      const kept = await teacher.page.evaluate(async () => ({
        local: Object.entries(localStorage),
        session: Object.entries(sessionStorage),
        databases: await indexedDB.databases(),
      }));
      expect(kept.local.filter(([key]) => key.startsWith('tonghu.draft.'))).toHaveLength(1);
      const everything = JSON.stringify(kept);
      for (const words of ['禾苗苗', '手臂疼', '怕爸爸']) expect(hides(everything, words)).toBe(true);
      expect(kept.databases).toEqual([]);
      await teacher.button('方老师').click();
      await teacher.page.getByRole('menuitem', { name: '退出登录' }).click();
      await teacher.seesHeading('账号登录');
      expect(await teacher.page.evaluate(() => Object.keys(localStorage))).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'is sent once, although the first answer was lost, and nothing is called done before the server agreed',
    async () => {
      const intake = await demo.arrive('intake');
      await intake.goTo('报告');
      await intake.openRow('石桥湾村');
      await intake.button('补充材料').click();
      await intake.field('要补充的内容', intake.dialog).fill('班主任来电：孩子今天没有到校。');
      const route = '**/api/v1/reports/*/actions/add';
      await intake.page.route(route, async (call) => {
        await call.fetch();
        await call.abort();
      });
      await intake.button('补充材料', intake.dialog).click();
      await intake.sees('连不上服务器。');
      expect(await intake.page.getByText('已完成：补充材料').count()).toBe(0);
      expect(await intake.field('要补充的内容', intake.dialog).inputValue()).toContain('没有到校');
      await intake.page.unroute(route);
      await intake.button('补充材料', intake.dialog).click();
      await intake.sees('已完成：补充材料');
      await intake.page.reload();
      await intake.sees('班主任来电：孩子今天没有到校。');
      expect(await intake.section('补充材料').getByText('班主任来电').count()).toBe(1);
      await intake.context.close();
    },
    LIMIT_MS,
  );
});

/** Neither the words nor their bytes as base64, whatever byte they start at, stand in a text. */
function hides(text: string, words: string): boolean {
  const encoded = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), Buffer.from(words)])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  );
  return ![words, JSON.stringify(words).slice(1, -1), ...encoded].some((form) => text.includes(form));
}
