import { DemoConsole, LIMIT_MS } from './demo-console';
import { faultsOf } from './faults';
import type { Person } from './person';
import { inDays, road } from './steps';

const TITLE = '2026年秋季排查';
const [SEEN, AWAY] = ['禾小查', '禾小外'];

/** One screening: drawn up at the township's desk, worked through on a village's phone, signed off, ended. */
describe('a screening in the console', () => {
  let demo: DemoConsole;
  let director: Person;
  let station: Person;
  let campaignUrl = '';
  let sheetUrl = '';

  beforeAll(async () => {
    demo = await DemoConsole.start();
    director = await demo.arrive('director', { phone: true });
    station = await demo.arrive('station');
    for (const name of [SEEN, AWAY]) await watch(director, name);
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  const step = road(LIMIT_MS);
  const card = (name: string) => director.page.getByRole('article', { name });

  step('teaches a village on an empty list', async () => {
    await director.button('打开菜单').click();
    await director.goTo('村级排查');
    await director.sees('这里没有排查任务');
    expect(await faultsOf(director)).toEqual([]);
    await director.shoot('screening-01-empty-phone');
  });

  step('is drawn up by the township, which checks whom it would reach before it publishes', async () => {
    await station.goTo('重点时段排查');
    await station.sees('还没有排查');
    await station.page.getByRole('main').getByRole('link', { name: '发起排查' }).first().click();
    await station.seesHeading('发起排查');
    await station.button('保存草稿').click();
    await station.sees(/处需要修改/u);
    expect(await faultsOf(station)).toEqual([]);
    await station.field('名称').fill(TITLE);
    await station.field('重点时段').selectOption({ label: '开学' });
    await station.field('到哪一天为止').fill(inDays(20));
    await station.field('对村（社区）的要求').fill('每一户都要看到孩子本人，当天登记。');
    // None of the children that the demo brings along.
    await station.tick('流浪儿童');
    await station.shoot('screening-02-draw-up');
    await station.button('保存草稿').click();
    await station.seesHeading(TITLE);
    await station.sees(/现在发布，会给 \d+ 个村（社区）派发任务，名单上共 2 个孩子。/u);
    await station.shoot('screening-03-draft');
    campaignUrl = new URL(station.page.url()).pathname;
    await station.act('发布');
    await station.seesHeading('各村（社区）');
    expect(await faultsOf(station)).toEqual([]);
    await station.shoot('screening-04-running');
  });

  step('reaches the village on its home page', async () => {
    await director.open('/');
    await director.page.getByRole('link', { name: /要做的排查/u }).click();
    await director.page.getByRole('listitem').getByRole('link').first().click();
    await director.seesHeading('柿园村 排查');
    await director.sees('已登记 0 / 2，还有 2 个没有登记');
    sheetUrl = new URL(director.page.url()).pathname;
    expect(await faultsOf(director)).toEqual([]);
    await director.shoot('screening-05-sheet-phone');
  });

  step('a child that is well takes three taps, and the buttons are large enough for a thumb', async () => {
    const met = director.button('见到了', card(SEEN));
    expect((await met.boundingBox())?.height).toBeGreaterThanOrEqual(60);
    await met.click();
    await director.dialog.waitFor();
    expect(await faultsOf(director)).toEqual([]);
    await director.dialog.getByRole('radio', { name: '都是这样，没有问题' }).check();
    await director.shoot('screening-06-met-phone');
    await director.dialog.locator('button[type=submit]').click();
    await director.dialog.waitFor({ state: 'detached' });
    await director.sees('已登记 1 / 2，还有 1 个没有登记');
  });

  step('a child nobody met needs a reason and where it is; one that is gone asks for more', async () => {
    await director.button('没有见到', card(AWAY)).click();
    await director.dialog.waitFor();
    await director.dialog.getByRole('radio', { name: '不知道去了哪里' }).check();
    await director.sees(/马上打 110/u);
    await director.shoot('screening-07-not-met-phone');
    await director.dialog.getByRole('radio', { name: '去亲戚家' }).check();
    await director.field('孩子现在在哪里、谁说的', director.dialog).fill('在镇上外婆家，外婆电话里说的。');
    await director.dialog.locator('button[type=submit]').click();
    await director.dialog.waitFor({ state: 'detached' });
    await director.sees('名单上的孩子都已登记，请点「上报」。');
  });

  step('a child who was not on the list is added and can be registered without typing twice', async () => {
    await director.act('登记名单外的孩子', async (dialog) => {
      await director.field('孩子姓名（不知道可以不填）', dialog).fill('禾小客');
      await dialog.getByRole('radio', { name: '男', exact: true }).check();
      await director.field('住在哪里', dialog).fill('柿园村九组出租屋');
      await dialog.getByRole('radio', { name: '是', exact: true }).check();
      await dialog.getByRole('radio', { name: '有的不是这样' }).check();
      await dialog.getByRole('checkbox', { name: '有成年人在家照看' }).check();
      await director.field('看到了什么', dialog).fill('白天一个人在家。');
      await director.shoot('screening-08-add-phone');
    });
    await card('禾小客').getByRole('link', { name: '登记为监测对象' }).click();
    await director.seesHeading('登记监测对象');
    expect(await director.field('姓名').inputValue()).toBe('禾小客');
    expect(await director.field('为什么需要关注').inputValue()).toBe('白天一个人在家。');
    await director.open(sheetUrl);
    await card('禾小客').getByRole('link', { name: '转为报告' }).click();
    await director.seesHeading(/排查发现转为报告/u);
    expect(await director.field('发现了什么').inputValue()).toContain('白天一个人在家。');
    await director.shoot('screening-09-finding-phone');
    await director.open(sheetUrl);
    await director.shoot('screening-10-sheet-worked-phone');
    await director.act('上报');
    await director.sees('已上报，等乡镇（街道）核签。');
  });

  step('the township signs off from its home and ends it with what was covered', async () => {
    await station.open('/');
    await station.page.getByRole('link', { name: /待核签的村级排查/u }).click();
    await station.openRow('柿园村');
    await station.seesHeading('柿园村 排查');
    await station.shoot('screening-11-to-sign');
    await station.act('核签');
    await station.open(campaignUrl);
    await station.sees(/去亲戚家 1 人/u);
    await station.sees(/个村（社区）没有核签。$/u);
    expect(await faultsOf(station)).toEqual([]);
    await station.shoot('screening-12-coverage');
    await station.page.setViewportSize({ width: 390, height: 844 });
    await station.settle();
    expect(await faultsOf(station)).toEqual([]);
    await station.shoot('screening-13-coverage-phone');
  });

  it('had no error that no page caught', () => {
    expect(demo.complaints).toEqual([]);
  });
});

/** Registers a watched child as the console does; how that looks is shown elsewhere. */
async function watch(person: Person, name: string): Promise<void> {
  const status = await person.page.evaluate(
    async (child) =>
      (
        await fetch('/api/v1/watch-items', {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
          body: JSON.stringify({
            child: { name: child, sex: 'male', address: '柿园村三组', phone: '13900000021' },
            regionCode: '990101100200',
            categories: ['WANDERING'],
            level: 'watch',
            why: '父母在外打工。',
            exclusions: [],
          }),
        })
      ).status,
    name,
  );
  expect(status).toBe(201);
}
