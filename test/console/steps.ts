import type { Person } from './person';

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
  return open.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
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
