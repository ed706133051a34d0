import { DemoConsole, LIMIT_MS } from './demo-console';
import type { Person } from './person';
import { road } from './steps';

const CHILD = { name: '禾并入', sex: 'female', birthDate: '2016-05-01', idNumber: '99010120160501002' };
const SUMMARY = '学校报告一名儿童家庭生活困难，需要核实。';

/** 同一个孩子又来一份报告: the desk decides with the keyboard, also on a telephone (design §3, §8). */
describe('a second report on a child that has a case, in the console', () => {
  let demo: DemoConsole;
  let intake: Person;
  let phone: Person;
  const step = road(LIMIT_MS);

  beforeAll(async () => {
    demo = await DemoConsole.start();
    intake = await demo.arrive('intake');
  }, LIMIT_MS);
  afterAll(() => demo.stop(), LIMIT_MS);

  /** A caller's report, filed and received by the desk itself; its page of triage is what is looked at here. */
  async function received(): Promise<string> {
    const id = await intake.page.evaluate(
      async ({ child }) => {
        const post = async (path: string, body: unknown): Promise<{ id: string }> => {
          const reply = await fetch(`/api/v1${path}`, {
            method: 'POST',
            headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
            body: JSON.stringify(body),
          });
          if (!reply.ok) throw new Error(await reply.text());
          return (await reply.json()) as { id: string };
        };
        const report = await post('/reports', {
          channel: 'PHONE',
          unitType: 'OTHER',
          situations: ['POVERTY'],
          regionCode: '990101100200',
          childSafeNow: 'yes',
          medicalSent: 'no',
          children: [child],
          suspects: [],
          facts: '家里很困难。',
          exclusionHints: [],
          wantsSecrecy: true,
        });
        await post(`/reports/${report.id}/actions/receive`, {});
        return report.id;
      },
      { child: { ...CHILD, idNumber: withCheck(CHILD.idNumber) } },
    );
    return id;
  }

  step('opens the first case without a question', async () => {
    await intake.open(`/reports/${await received()}/triage`);
    await intake.seesHeading('五、对外摘要');
    expect(await intake.page.getByText('并入还是另立').count()).toBe(0);
    await intake.field('对外摘要').fill(SUMMARY);
    await intake.button('确认分诊并派单').click();
    await intake.sees('已分诊，协办单已送出');
  });

  step('is asked to decide before a second case, and sees what matches', async () => {
    const id = await received();
    phone = await demo.arrive('intake', { phone: true });
    await phone.open(`/reports/${id}/triage`);
    await phone.seesHeading('五、对外摘要');
    await phone.sees('这个孩子已经有个案。');
    await phone.shoot('link-01-triage-phone');
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0);
    await intake.open(`/reports/${id}/triage`);
    await intake.field('对外摘要').fill(SUMMARY);
    await intake.button('确认分诊并派单').click();
    await intake.page.getByRole('alert').filter({ hasText: '并入还是另立' }).first().waitFor();
    await intake.shoot('link-02-triage-undecided');
    expect(intake.page.url()).toContain('/triage');
  });

  step('joins the case by the keyboard alone', async () => {
    const first = intake.page.getByRole('radio', { name: /^并入该个案/u });
    await first.focus();
    await intake.page.keyboard.press('Space');
    expect(await first.isChecked()).toBe(true);
    await intake.shoot('link-03-triage-joining');
    await intake.button('确认分诊并派单').click();
    await intake.seesHeading(/^报告 BG/u);
    // Who filed it reads the progress every reporter reads; the log says what became of it.
    await intake.sees('已并入已有个案');
    await intake.shoot('link-04-report-joined');
    await intake.page.getByRole('link', { name: /^GA/u }).first().click();
    await intake.sees('并入本案');
    await intake.shoot('link-05-case');
  });

  step('names a new lead from the telephone once nobody leads any more', async () => {
    const caseId = new URL(intake.page.url()).pathname.split('/').at(-1) ?? '';
    await withdrawLead(intake, caseId);
    await phone.open(`/cases/${caseId}?tab=orders`);
    await phone.sees(/^当前没有主办单位/u);
    await phone.shoot('link-06-no-lead-phone');
    await phone.button('补发协办单').click();
    await phone.sees(SUMMARY);
    await phone.field('承办单位').selectOption({ label: '平新县残疾人联合会（派单规则建议）' });
    expect(await phone.field('要求办理的事项').inputValue()).toBe('办理残疾儿童康复救助');
    await phone.answer('主办还是协办', '主办');
    await phone.shoot('link-07-further-order-phone');
    expect(await overflowOf(phone)).toBeLessThanOrEqual(0);
    await phone.button('补发协办单').click();
    await phone.sees('已完成：补发协办单');
    await phone.sees('平新县残疾人联合会（主办）');
    expect(await phone.page.getByText(/^当前没有主办单位/u).count()).toBe(0);
    await intake.open(`/cases/${caseId}/issue-order`);
    await intake.sees(/^本案已有主办单位/u);
    await intake.field('承办单位').selectOption({ label: '平新县人民法院' });
    await intake.shoot('link-08-letter');
    expect(demo.complaints).toEqual([]);
  });
});

/** How far the page is wider than the screen. */
function overflowOf({ page }: Person): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}

/** The desk takes back the order that leads. */
function withdrawLead({ page }: Person, caseId: string): Promise<void> {
  return page.evaluate(async (id) => {
    const list = await fetch(`/api/v1/work-orders?filter[caseId]=${id}&limit=50`);
    const { data } = (await list.json()) as { data: { id: string; leads: boolean }[] };
    for (const order of data.filter(({ leads }) => leads)) {
      const reply = await fetch(`/api/v1/work-orders/${order.id}/actions/cancel`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ reason: '改由其他单位主办。' }),
      });
      if (!reply.ok) throw new Error(await reply.text());
    }
  }, caseId);
}

/** The last character of an ID number on the demo's area code. */
function withCheck(body: string): string {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + '10X98765432'.charAt(sum % 11);
}
