import { DemoConsole, LIMIT_MS } from './demo-console';
import { faultsOf } from './faults';
import type { DEMO, Person, PersonOptions } from './person';

const MOST_TAB_STOPS = 120;

/** WCAG 2.1 A and AA by axe, no sideways scrolling (1.4.10), and every row of a list by keyboard alone (2.1.1). */
describe('accessibility of the console', () => {
  let demo: DemoConsole;
  let present: Person[] = [];

  beforeAll(async () => {
    demo = await DemoConsole.start();
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);
  afterEach(async () => {
    await Promise.all(present.map(({ context }) => context.close()));
    present = [];
  });

  async function arrive(account: keyof typeof DEMO, options: PersonOptions = {}): Promise<Person> {
    const person = await demo.arrive(account, options);
    present.push(person);
    return person;
  }

  it(
    'of the sign-in page',
    async () => {
      const visitor = await demo.visitor();
      present.push(visitor);
      await visitor.open('/');
      await visitor.sees('更多账号');
      expect(await faultsOf(visitor)).toEqual([]);
      // The tool itself: it must find a fault where there is one.
      await visitor.page.evaluate(() => document.body.append(document.createElement('img')));
      expect(await faultsOf(visitor)).toHaveLength(1);
    },
    LIMIT_MS,
  );

  it.each<[string, keyof typeof DEMO]>([
    ['学校报告人', 'teacher'],
    ['区未保办受理员', 'intake'],
    ['公安办案民警', 'policeStation'],
    ['儿童督导员', 'station'],
    ['儿童主任', 'director'],
    ['民政局未保干部', 'civil'],
    ['协办单位经办人', 'education'],
    ['系统管理员', 'admin'],
  ])(
    'of the home of %s, at a desk and on a phone',
    async (_, account) => {
      const person = await arrive(account);
      await person.seesHeading(/./u);
      expect(await faultsOf(person)).toEqual([]);
      await person.page.setViewportSize({ width: 390, height: 844 });
      expect(await faultsOf(person)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of every step of the report wizard',
    async () => {
      const teacher = await arrive('teacher');
      await teacher.open('/reports/new');
      await teacher.sees('第 1 步，共 9 步');
      for (let step = 2; step <= 9; step++) {
        expect(await faultsOf(teacher)).toEqual([]);
        if (step === 7) await teacher.button('添加疑似侵害人').click();
        await teacher.button('下一步').click();
        await teacher.sees(`第 ${step} 步，共 9 步`);
      }
      expect(await faultsOf(teacher)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of a report, its dialogs and the triage',
    async () => {
      const intake = await arrive('intake');
      await intake.goTo('报告');
      await intake.openRow('石桥湾村');
      await intake.seesHeading(/^报告 /u);
      expect(await faultsOf(intake)).toEqual([]);
      await intake.button('登记报警情况').click();
      await intake.dialog.waitFor();
      await intake.button('登记报警情况', intake.dialog).click();
      await intake.sees('请填写「报警时间」');
      expect(await faultsOf(intake)).toEqual([]);
      await intake.button('取消', intake.dialog).click();
      await intake.goTo('报告');
      await intake.openRow('待分诊');
      await intake.button('分诊派单').click();
      await intake.seesHeading(/^分诊派单 /u);
      expect(await faultsOf(intake)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of the work orders',
    async () => {
      const police = await arrive('policeStation');
      await police.goTo('协办单');
      await police.seesHeading('协办单');
      expect(await faultsOf(police)).toEqual([]);
      await police.openRow('办理中');
      await police.seesHeading(/^协办单 /u);
      expect(await faultsOf(police)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of a case with all its tabs, and of its forms',
    async () => {
      const station = await arrive('station');
      await station.goTo('个案');
      await station.seesHeading('个案');
      expect(await faultsOf(station)).toEqual([]);
      await station.openRow('田小满');
      await station.button('评估').waitFor();
      for (const tab of await station.page.getByRole('tab').all()) {
        await tab.click();
        expect(await faultsOf(station)).toEqual([]);
      }
      await station.page.getByText(/看原因$/u).click();
      expect(await faultsOf(station)).toEqual([]);
      await station.button('评估').click();
      await station.seesHeading('结论');
      expect(await faultsOf(station)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of the visit form on a phone, with targets for a thumb',
    async () => {
      const director = await arrive('director', { phone: true });
      await director.open('/cases');
      await director
        .link((await director.page.getByRole('listitem').getByRole('link').first().innerText()).trim())
        .click();
      await director.button('登记走访').click();
      await director.seesHeading('登记走访');
      expect(await faultsOf(director)).toEqual([]);
      await director.button('登记走访').click();
      await director.sees(/处需要修改$/u);
      expect(await faultsOf(director)).toEqual([]);
      const answers = await director.page
        .locator('label')
        .filter({ has: director.page.getByRole('radio') })
        .all();
      const heights = await Promise.all(
        answers.map(async (label) => (await label.boundingBox())?.height ?? 0),
      );
      expect(Math.min(...heights)).toBeGreaterThanOrEqual(60);
    },
    LIMIT_MS,
  );

  it(
    'of watched children: list, new file with its errors, file and forms, at a desk and on a phone',
    async () => {
      const director = await arrive('director', { phone: true });
      await director.open('/watch-items');
      await director.seesHeading('监测对象');
      expect(await faultsOf(director)).toEqual([]);
      await director.open('/watch-items/new');
      await director.button('登记').click();
      await director.sees(/处需要修改$/u);
      expect(await faultsOf(director)).toEqual([]);
      await director.field('姓名').fill('禾小叶');
      await director.answer('性别', '不清楚');
      await director.tick('其他需要关注');
      await director.page.getByRole('radio', { name: /^一般/u }).check();
      await director.field('为什么需要关注').fill('家中只有奶奶。');
      await director.button('登记').click();
      await director.seesHeading('禾*叶');
      const path = new URL(director.page.url()).pathname;
      for (const tab of await director.page.getByRole('tab').all()) {
        await tab.click();
        expect(await faultsOf(director)).toEqual([]);
      }
      for (const form of ['visit', 'report', 'care', 'unfit-carer', 'revise']) {
        await director.open(`${path}/${form}`);
        await director.button('取消').waitFor();
        expect(await faultsOf(director)).toEqual([]);
      }
      const station = await arrive('station');
      await station.open('/watch-items');
      await station.link('禾*叶').waitFor();
      expect(await faultsOf(station)).toEqual([]);
      await station.link('禾*叶').click();
      await station.seesHeading('禾*叶');
      expect(await faultsOf(station)).toEqual([]);
      await station.fromMenu('档案与安排', '指派走访人');
      await station.dialog.waitFor();
      expect(await faultsOf(station)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of screenings: the lists and the form, at a desk and on a phone',
    async () => {
      for (const account of ['station', 'civil'] as const) {
        const manager = await arrive(account);
        for (const entry of ['重点时段排查', '村级排查']) {
          await manager.goTo(entry);
          expect(await faultsOf(manager)).toEqual([]);
        }
        await manager.open('/campaigns/new');
        await manager.button('保存草稿').click();
        await manager.sees(/处需要修改$/u);
        expect(await faultsOf(manager)).toEqual([]);
        await manager.page.setViewportSize({ width: 390, height: 844 });
        expect(await faultsOf(manager)).toEqual([]);
      }
      const director = await arrive('director', { phone: true });
      await director.open('/campaign-sheets');
      await director.seesHeading('村级排查');
      expect(await faultsOf(director)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of duty: the roster with its form and what waits to be confirmed, at a desk and on a phone',
    async () => {
      const intake = await arrive('intake');
      await intake.goTo('值班');
      expect(await faultsOf(intake)).toEqual([]);
      await intake.page
        .getByRole('button', { name: /^排 .* 起的一周$/u })
        .last()
        .click();
      await intake.button('保存这一周').waitFor();
      expect(await faultsOf(intake)).toEqual([]);
      await intake.page.setViewportSize({ width: 390, height: 844 });
      expect(await faultsOf(intake)).toEqual([]);
      await intake.open(`/notices?filter=${encodeURIComponent('{"waiting":"true"}')}`);
      await intake.page.getByText('需确认').first().waitFor();
      expect(await faultsOf(intake)).toEqual([]);
    },
    LIMIT_MS,
  );

  it(
    'of people, notices and administration',
    async () => {
      const intake = await arrive('intake');
      await intake.goTo('人员');
      expect(await faultsOf(intake)).toEqual([]);
      await intake.page.getByRole('searchbox').fill('柿小红');
      await intake.link('柿小红').waitFor();
      expect(await faultsOf(intake)).toEqual([]);
      await intake.link('柿小红').click();
      await intake.seesHeading('柿小红');
      expect(await faultsOf(intake)).toEqual([]);
      await intake.goTo('通知');
      expect(await faultsOf(intake)).toEqual([]);
      const admin = await arrive('admin');
      for (const entry of ['系统运行', '时限规则', '状态图']) {
        await admin.goTo(entry);
        expect(await faultsOf(admin)).toEqual([]);
      }
    },
    LIMIT_MS,
  );

  it.each<[string, keyof typeof DEMO]>([
    ['报告', 'intake'],
    ['协办单', 'station'],
    ['个案', 'station'],
  ])(
    'of the rows of %s: each is reached by Tab and opened by Enter',
    async (entry, account) => {
      const person = await arrive(account);
      await person.goTo(entry);
      const links = person.page.getByRole('row').getByRole('link');
      await links.first().waitFor();
      const wanted = await links.allInnerTexts();
      expect(wanted).toHaveLength((await person.page.getByRole('row').count()) - 1);
      const reached = new Set<string>();
      for (let stop = 0; stop < MOST_TAB_STOPS && !wanted.every((name) => reached.has(name)); stop++) {
        await person.page.keyboard.press('Tab');
        reached.add(await person.page.evaluate(() => document.activeElement?.textContent ?? ''));
      }
      expect(wanted.filter((name) => !reached.has(name))).toEqual([]);
      await person.page.keyboard.press('Enter');
      await person.page.waitForURL(/[0-9a-f-]{36}/u);
    },
    LIMIT_MS,
  );
});
