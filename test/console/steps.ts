import type { Person } from './person';

export const SHELTER = '平新县未成年人救助保护中心';
/** Who gets an order when a guardian hurt the child (domain §3.3). */
export const ORDERED = [
  '柳溪派出所',
  '平新县民政局',
  '柳溪镇未成年人保护工作站',
  SHELTER,
  '平新县妇女联合会',
] as const;

/** Leaves one page of the report wizard for the next. */
export async function next(person: Person, heading: string): Promise<void> {
  await person.button('下一步').click();
  await person.seesHeading(heading);
}

/** On a case page: answers every question of the safety screen with no. */
export async function assessAsSafe(person: Person, shot: string): Promise<void> {
  await person.button('评估').click();
  await person.seesHeading('结论');
  for (const answer of await person.page.getByRole('radio', { name: '否', exact: true }).all())
    await answer.check();
  await person.field('分析说明').fill('父亲情绪稳定，奶奶同住照看。');
  await person.field('孩子自己的意见').fill('不害怕了。');
  await person.shoot(shot);
  await person.button('评估').click();
  await person.sees('父亲情绪稳定，奶奶同住照看。');
}

/** On a case page: makes a plan of one goal and one service. */
export async function planOneService(person: Person, shot: string): Promise<void> {
  await person.button('制定帮扶方案').click();
  await person.seesHeading('制定帮扶方案');
  await person.field('目标').fill('孩子在家安全，按时上学。');
  await person.field('措施').fill('家庭教育指导，每周走访一次。');
  await person.field('谁负责').fill('田小满');
  await person.field('什么时候做到').fill(inDays(30));
  await person.field('服务类型').selectOption({ label: '心理' });
  await person.field('由谁提供').fill('平新县青禾社会工作服务中心');
  await person.field('应完成日期').fill(inDays(14));
  await person.field('孩子自己的意见').fill('愿意。');
  await person.answer('孩子看过或听过「接下来会发生什么」了吗', '是');
  await person.field('复核日期').fill(inDays(30));
  await person.shoot(shot);
  await person.button('制定帮扶方案').click();
  await person.sees('孩子在家安全，按时上学。');
}

/** Paths of the orders of the case on the page that nobody has finished. */
export async function openOrders(person: Person): Promise<string[]> {
  const rows = person.page.getByRole('row').filter({ has: person.page.getByRole('link') });
  const open = rows.filter({ hasNotText: '已办结' }).getByRole('link');
  const paths = await open.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  // Whom the case was only told to stands on the same tab.
  return paths.filter((path) => path.includes('/work-orders/'));
}

/** What an agency outside the system answered, recorded for it. */
export async function recordReturn(person: Person, what: string): Promise<void> {
  await person.act('代登记', async (dialog) => {
    await dialog.getByRole('radio', { name: what }).check();
    await person.field('对方经办人', dialog).fill('值班员');
    await person.button('现在', dialog).click();
    await dialog.getByLabel(/^说明/u).fill('已按要求办理。');
  });
}

/** The day so many days from now, as a date field takes it. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** Ticks an agency among the orders, or adds it with its task where the rules do not propose it. */
export async function order(person: Person, name: string): Promise<void> {
  const box = person.page.getByRole('checkbox', { name });
  if ((await box.count()) > 0) {
    await box.check();
    return;
  }
  await person.page.getByLabel('再加一个单位…').selectOption({ label: name });
  await person.field('要求办理的事项').last().fill('按职责办理，办结后回复。');
}

/** What every hand-over paper says. */
export async function fillPaper(person: Person, { from, to }: { from: string; to: string }): Promise<void> {
  await person.button('现在').click();
  await person.field('交接地点').fill('县救助保护中心门口');
  await person.field('孩子的身体状况').fill('左臂有淤青，已处理，精神尚可');
  await person.field('随身物品').fill('书包一个，换洗衣服两套');
  await person.field('孩子自己的意见').fill('愿意。');
  await person.field('移交方签名人').fill(from);
  await person.field('接收方签名人').fill(to);
}

/** This minute in Beijing, as a field for date and time takes it. */
export function thisMinute(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 16);
}

/** The steps of one road, each within `limit` ms: each needs the one before, so after a failure the others say so at once. */
export function road(limit: number): (name: string, run: () => Promise<void>) => void {
  let isBroken = false;
  return (name, run) => {
    it(
      name,
      async () => {
        if (isBroken) throw new Error('An earlier step failed');
        isBroken = true;
        await run();
        isBroken = false;
      },
      limit,
    );
  };
}
