import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';
import { inDays, road } from './steps';

const CHILD = '禾小穗';
/** As lists show it. */
const CHILD_MASKED = '禾*穗';
const ABNORMAL = '连续几天不说话，手腕有划痕。';

/** One invented child of a village: registered and visited on a phone, confirmed by the township, reported to the district. */
describe('a watched child in the console', () => {
  let demo: DemoConsole;
  let director: Person;
  let station: Person;
  let itemUrl = '';
  let reportNo = '';

  beforeAll(async () => {
    demo = await DemoConsole.start();
    director = await demo.arrive('director', { phone: true });
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  const step = road(LIMIT_MS);
  /** Opens the menu of a phone and follows an entry. */
  const goOnPhone = async (person: Person, entry: string): Promise<void> => {
    await person.button('打开菜单').click();
    await person.goTo(entry);
  };
  const isAtTop = (person: Person): Promise<boolean> => person.page.evaluate(() => window.scrollY === 0);

  step('teaches on an empty list', async () => {
    await goOnPhone(director, '监测对象');
    await director.choose('没按期走访');
    await director.sees('这里没有监测对象');
    await director.shoot('watch-01-empty-phone');
  });

  step('lets the village director register a child on a phone with four answers and a name', async () => {
    await director.page.getByRole('main').getByRole('link', { name: '登记监测对象' }).first().click();
    await director.seesHeading('登记监测对象');
    await director.shoot('watch-02-propose-phone');
    await director.button('登记').click();
    // Everything else can be added later: a worker at a door has a minute.
    await director.sees('有 4 处需要修改');
    await director.sees('请填写「为什么需要关注」');
    await director.field('姓名').fill(CHILD);
    await director.answer('性别', '女');
    await director.field('出生日期').fill(inDays(-9 * 365));
    await director.tick('农村留守儿童');
    await director.page.getByRole('radio', { name: /^重点/u }).check();
    await director.field('为什么需要关注').fill('父母在外打工，和奶奶住。');
    await director.field('监护人姓名').fill('禾奶奶');
    await director.field('与孩子的关系').selectOption({ label: '祖母' });
    await director.shoot('watch-03-propose-filled');
    await director.button('登记').click();
    await director.seesHeading(CHILD_MASKED);
    await director.sees('等待 柳溪镇未成年人保护工作站 核定。核定前照常走访。');
    itemUrl = new URL(director.page.url()).pathname;
    expect(await isAtTop(director)).toBe(true);
    await director.shoot('watch-04-proposed-phone');
  });

  step('keeps what was typed in a half-filled file', async () => {
    await director.open('/watch-items/new');
    await director.field('姓名').fill('禾小芽');
    await director.sees('草稿已保存');
    await director.page.reload();
    await director.sees('已恢复您上次填写、还没有提交的内容。');
    expect(await director.field('姓名').inputValue()).toBe('禾小芽');
  });

  step('asks whether a child of the same name is the same child', async () => {
    await director.field('姓名').fill(CHILD);
    await director.answer('性别', '女');
    await director.field('出生日期').fill(inDays(-9 * 365));
    await director.tick('农村留守儿童');
    await director.page.getByRole('radio', { name: /^一般/u }).check();
    await director.field('为什么需要关注').fill('父母在外打工。');
    await director.button('登记').click();
    await director.sees('系统里有相似的孩子，请先看一看');
    await director.shoot('watch-05-similar-phone');
    await director.page.getByRole('radio', { name: /已登记过监测对象/u }).check();
    await director.button('登记').click();
    await director.sees(/这个孩子已经是监测对象/u);
    await director.page.getByRole('link', { name: /^打开 JC/u }).click();
    await director.seesHeading(CHILD_MASKED);
  });

  step('is confirmed by the township from its home', async () => {
    station = await demo.arrive('station');
    await station.shoot('watch-06-station-home');
    await station.page.getByRole('link', { name: /待核定的监测对象/u }).click();
    await station.seesHeading('监测对象');
    await station.settle();
    await station.shoot('watch-07-station-list');
    await station.openRow(CHILD_MASKED);
    await station.seesHeading(CHILD_MASKED);
    await station.shoot('watch-08-station-file');
    await station.act('核定', async (dialog) => {
      await station.shoot('watch-09-confirm');
      expect(await dialog.getByRole('radio', { name: /^重点/u }).isChecked()).toBe(true);
    });
    await station.sees('监测中');
    await station.sees(/前走访$/u);
  });

  step(
    'is visited on a phone with eight touches and a sentence; the screen says what to do with what was found',
    async () => {
      await director.open(itemUrl);
      await director.sees('监测中');
      await director.button('登记走访').click();
      await director.seesHeading('登记走访');
      await director.shoot('watch-10-visit-phone');
      for (const [question, answer] of [
        ['见到孩子了吗', '是'],
        ['和孩子单独说话了吗', '是'],
        ['监护人在场吗', '是'],
        ['不满八周岁（或需要特别照顾）的孩子无人看护吗', '否'],
        ['不满十六周岁的孩子单独生活吗', '否'],
        ['心理', '异常'],
      ] as const)
        await director.answer(question, answer);
      await director.field('心理：看到了什么').fill(ABNORMAL);
      await director.button('其余 7 项都正常').click();
      await director.sees('登记后，请马上点「转为报告」。孩子正有危险，先打 110。');
      await director.shoot('watch-11-visit-filled');
      await director.button('登记走访').click();
      await director.sees('已完成：登记走访');
      await director.sees('最近一次走访有异常');
      expect(await isAtTop(director)).toBe(true);
      await director.shoot('watch-12-visited-phone');
    },
  );

  step('is the next thing to do on the home of the village', async () => {
    await director.open('/');
    await director.sees('下一步');
    await director.shoot('watch-13-director-home');
    await director.sees('走访有异常或危险，请转为报告');
    await director.link('走访有异常或危险，请转为报告').click();
    await director.seesHeading(CHILD_MASKED);
  });

  step('turns what was found into a report, with the words of the visit', async () => {
    await director.button('转为报告').click();
    await director.seesHeading('转为报告');
    expect(await director.field('发现了什么').inputValue()).toBe(`心理：${ABNORMAL}`);
    await director.shoot('watch-14-finding-phone');
    await director.answer('孩子现在安全吗？', '不清楚');
    await director.answer('是否已送医', '否');
    await director.button('转为报告').click();
    await director.sees('已完成：转为报告');
    await director.sees(/BG\d+-\d+/u);
    reportNo = /BG\d+-\d+/u.exec(await director.page.getByRole('main').innerText())?.[0] ?? '';
    expect(reportNo).not.toBe('');
    expect(await director.page.getByText('最近一次走访有异常').count()).toBe(0);
    await director.shoot('watch-15-reported-phone');
  });

  step('reaches the intake desk, which reads the file too', async () => {
    const intake = await demo.arrive('intake');
    await intake.goTo('报告');
    await intake.link(reportNo).click();
    await intake.sees(`心理：${ABNORMAL}`);
    await intake.sees(CHILD);
    await intake.shoot('watch-16-intake-report');
    await intake.page.getByRole('link', { name: /^JC/u }).click();
    await intake.seesHeading(CHILD_MASKED);
    await intake.open(`${itemUrl}?tab=reports`);
    await intake.link(reportNo).waitFor();
    expect(await intake.button('转为报告').count()).toBe(0);
  });

  step('records entrusted care, the refused carer and the weekly call', async () => {
    await director.fromMenu('委托照护', '登记委托照护');
    await director.seesHeading('登记委托照护');
    await director.field('照护人姓名').fill('禾大伯');
    await director.field('与孩子的关系').selectOption({ label: '伯父' });
    await director.field('从哪天开始').fill(inDays(-20));
    const checks = director.section('照料人核查');
    for (const no of await checks.getByRole('radio', { name: '否', exact: true }).all()) await no.check();
    await checks.getByRole('radio', { name: '是', exact: true }).first().check();
    await director.sees(/依法不能委托给这个人/u);
    await checks.getByRole('radio', { name: '否', exact: true }).first().check();
    await director.field('父母在哪里、去多久').fill('都在外省工地，春节回来。');
    await director.field('孩子自己的意见').fill('愿意和大伯住。');
    await director.shoot('watch-17-care-phone');
    await director.button('登记委托照护').click();
    await director.sees('委托照护：禾大伯');
    await director.act('登记父母联系', async (dialog) => {
      await director.button('今天', dialog).click();
      await dialog.getByRole('radio', { name: '母亲' }).check();
      await dialog.getByRole('radio', { name: '视频' }).check();
    });
    await director.sees(/· 母亲 · 视频$/u);
    await director.shoot('watch-18-care-recorded');
  });

  step('ends only with the child heard, from the menu of the township', async () => {
    await station.open(itemUrl);
    await station.fromMenu('档案与安排', '结束监测');
    await station.dialog.getByRole('radio', { name: /^迁出/u }).check();
    await station.button('结束监测', station.dialog).click();
    await station.sees('请填写「说明」');
    await station.sees('请填写「没有听取孩子意见的原因」');
    await station.shoot('watch-19-end');
    await station.field('说明', station.dialog).fill('随父母迁往外省，已告知当地民政。');
    await station.field('孩子自己的意见', station.dialog).fill('想和爸妈一起。');
    await station.button('结束监测', station.dialog).click();
    await station.sees('已完成：结束监测');
    await station.sees(/结束监测：迁出本区/u);
    await station.open(`${itemUrl}?tab=timeline`);
    await station.sees('已结束监测');
    await station.shoot('watch-20-ended');
  });

  it('leaves no error in the browser', () => {
    expect(demo.complaints).toEqual([]);
  });
});
