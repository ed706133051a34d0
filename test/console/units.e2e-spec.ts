import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';
import { inDays, road } from './steps';

const HOSPITAL = '平新县人民医院';

/** 工作站与单位: a unit whose year is over records its check, and the district's coverage moves (未成年人保护法 62, 98). */
describe('yearly duties of units, in the console', () => {
  let demo: DemoConsole;
  let civil: Person;
  const step = road(LIMIT_MS);

  beforeAll(async () => {
    demo = await DemoConsole.start();
    civil = await demo.arrive('civil');
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  step('the district sees who is late and who has said nothing', async () => {
    await civil.goTo('工作站与单位');
    await civil.sees(/入职查询 3\/\d+，未登记 \d+，超期 1/u);
    await civil.shoot('units-01-list');
  });

  step('the hospital records this year’s check', async () => {
    const hospital = await demo.arrive('doctor');
    await hospital.goTo('工作站与单位');
    await hospital.openRow(HOSPITAL);
    await hospital.sees('已超期');
    await hospital.button('登记入职查询').click();
    await hospital.field('查询日期', hospital.dialog).fill(inDays(-1));
    for (const [label, value] of [
      ['在岗人数', '190'],
      ['查询人数', '190'],
      ['查出有违法犯罪记录的人数', '0'],
      ['已解聘或不录用的人数', '0'],
    ] as const)
      await hospital.field(label, hospital.dialog).fill(value);
    await hospital.button('登记入职查询', hospital.dialog).click();
    await hospital.dialog.waitFor({ state: 'detached' });
    await hospital.sees('已登记');
    await hospital.shoot('units-02-unit');
  });

  step('and nobody is late any more', async () => {
    await civil.open('/agencies');
    await civil.sees(/入职查询 3\/\d+，未登记 \d+，超期 0/u);
  });

  step('a station is asked for nothing every year', async () => {
    const station = await demo.arrive('station');
    await station.goTo('工作站与单位');
    await station.openRow('柳溪镇未成年人保护工作站');
    await station.seesHeading('登记记录');
    expect(await station.page.getByRole('heading', { name: '时限' }).count()).toBe(0);
    await station.shoot('units-03-station');
  });

  it('had no error in any page', () => {
    expect(demo.complaints).toEqual([]);
  });
});
