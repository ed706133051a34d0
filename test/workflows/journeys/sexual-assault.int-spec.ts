import { add, filesOf, names, open } from '../../support/attachments';
import {
  type CaseView,
  type Order,
  type Page,
  planBody,
  type Reference,
  type Report,
  reportBody,
  triageFrom,
} from '../../support/journey';
import { closingBody, finishOrders, runningRules, screenBody } from '../../support/lifecycle';
import { jpeg, pdf } from '../../support/sample-files';
import { type Client, TestApp, type Who } from '../../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

type Seen = CaseView & {
  readonly child: { readonly name: string } | null;
  readonly _masked: readonly string[];
};
type NamedOrder = Order & { readonly childName: string | null; readonly canOpenCase: boolean };

const CHILD = '苗小禾';
const WORDS = '孩子自己说了一句：叔叔碰了我。';

/**
 * 疑似性侵害 of a girl under 14 (MR2; 强制报告意见4(二); 未成年人保护法 40, 112): nobody questions the child, police at once, one
 * stop, letters, legal aid, health, one named contact at school; most who help never learn who she is, the village learns nothing.
 */
describe('a suspected sexual assault, from the teacher’s report to the answer', () => {
  let app: TestApp;
  let client: Readonly<Record<Who, Client>>;
  let reference: Reference;
  let reportId: string;
  let caseId: string;
  let orders: readonly Order[];

  beforeAll(async () => {
    app = await TestApp.start();
    const people = [
      'teacher',
      'intake',
      'policeStation',
      'station',
      'director',
      'civil',
      'health',
      'women',
      'justice',
      'xhIntake',
    ] as const;
    const made = await Promise.all(people.map(async (who) => [who, await app.as(who)] as const));
    client = Object.fromEntries(made) as Record<Who, Client>;
    reference = await client.intake.read<Reference>('/reference');
  }, 90_000);
  afterAll(() => app.stop());

  const kindOf = ({ agencyId }: Pick<Order, 'agencyId'>): string =>
    reference.agencies.find(({ id }) => id === agencyId)?.kind ?? '';
  const orderTo = (kind: string): Order => {
    const found = orders.find((order) => kindOf(order) === kind);
    if (found === undefined) throw new Error(`No order to ${kind}`);
    return found;
  };
  const page = (who: Who): Promise<Seen> => client[who].read<Seen>(`/cases/${caseId}`);
  const act = (who: Who, action: string, body: Record<string, unknown> = {}): Promise<Seen> =>
    client[who].ok<Seen>(`/cases/${caseId}/actions/${action}`, body);

  /** Nothing of it exists for the village, nor for another district. */
  async function nobodyElseKnows(): Promise<void> {
    await app.drain();
    for (const who of ['director', 'xhIntake'] as const) {
      expect([who, (await client[who].get(`/cases/${caseId}`)).status]).toEqual([who, 404]);
      expect([who, (await client[who].get(`/reports/${reportId}`)).status]).toEqual([who, 404]);
      for (const list of ['/cases', '/work-orders', '/notices', `/people?q=${encodeURIComponent(CHILD)}`])
        expect([who, list, (await client[who].read<Page<unknown>>(list)).data]).toEqual([who, list, []]);
    }
  }

  it('is reported without questioning the child: one sentence of her own, and the police called', async () => {
    const told = new Date(app.now().getTime() - 20 * 60_000).toISOString();
    const filed = await client.teacher.ok<Report & { urgency: string; policeRequired: boolean }>(
      '/reports',
      reportBody({
        situations: ['MR2'],
        children: [
          {
            name: CHILD,
            sex: 'female',
            age: 9,
            school: '平新县第一小学',
            guardianName: '苗大田',
            guardianRelation: '51',
          },
        ],
        suspects: [{ perpetratorType: 'ACQUAINTANCE', note: '同村的叔叔' }],
        facts: null,
        childWords: WORDS,
        childSafeNow: 'unknown',
        exclusionHints: ['VILLAGE'],
        policeToldAt: told,
        policeReceiptNo: '110-20260915-0042',
      }),
    );
    reportId = filed.id;
    expect([filed.urgency, filed.policeRequired]).toEqual(['U0', true]);
    const mine = await add(client.teacher, 'report', reportId, 'REPORT_MATERIAL', {
      name: '班主任记录.pdf',
      bytes: pdf(),
    });
    expect(mine.status).toBe(201);
    expect(names(await filesOf(client.teacher, `/reports/${reportId}`))).toEqual(['班主任记录.pdf']);
  });

  it('is triaged at once: police first, letter to the procuratorate, legal aid, health, one contact at school; no village', async () => {
    await client.intake.ok(`/reports/${reportId}/actions/receive`);
    const proposal = await client.intake.read<Record<string, unknown>>(
      `/reports/${reportId}/triage-proposal`,
    );
    const body = triageFrom(proposal, {
      summary: '一名儿童疑似受到侵害，请依职责保护和协助，不询问孩子细节。',
    });
    const kinds = body.orders.map(kindOf);
    expect(kinds).toEqual(
      expect.arrayContaining(['police', 'procuratorate', 'health', 'justice', 'civil_affairs']),
    );
    expect(kinds).not.toContain('village');
    expect(kindOf(body.orders.find(({ role }) => role === 'lead') ?? { agencyId: '' })).toBe('police');
    // One named contact at school and nobody else there; the women's federation helps without a name.
    const school = reference.agencies.find(
      ({ kind, name }) => kind === 'school' && name.includes('第一小学'),
    );
    const women = reference.agencies.find(({ kind }) => kind === 'women_federation');
    for (const [agency, task] of [
      [school, '由一名指定联系人配合保护隐私、保障就学，不询问孩子细节'],
      [women, '提供家庭教育指导'],
    ] as const)
      if (agency !== undefined && !body.orders.some(({ agencyId }) => agencyId === agency.id))
        body.orders.push({ agencyId: agency.id, role: 'co', task });
    const report = await client.intake.ok<Report>(`/reports/${reportId}/actions/triage`, body);
    caseId = report.cases?.[0]?.id ?? '';
    orders = (await client.intake.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}&limit=50`)).data;
    expect(orders.filter((order) => kindOf(order) === 'school')).toHaveLength(1);
    expect((await page('intake')).stages.map(({ stage }) => stage)).toContain('emergency');
    await nobodyElseKnows();
  });

  it('is known by name to police and health, and to the others as a number', async () => {
    for (const who of ['policeStation', 'intake', 'health'] as const)
      expect([who, (await page(who)).child?.name]).toEqual([who, CHILD]);
    for (const who of ['women', 'justice'] as const) {
      const [order] = (await client[who].read<Page<NamedOrder>>('/work-orders?filter[box]=mine')).data;
      expect([who, order?.childName]).toEqual([who, null]);
      const seen = await client[who].get<Seen>(`/cases/${caseId}`);
      if (seen.status === 200) {
        expect([who, seen.body.child, seen.body._masked.includes('child')]).toEqual([who, null, true]);
        expect(JSON.stringify(seen.body)).not.toContain(CHILD);
      }
      const detail = await client[who].read<Order>(`/work-orders/${order?.id}`);
      expect(JSON.stringify(detail)).not.toMatch(/苗|叔叔|班主任/);
    }
    // The teacher's own material and words stay with intake.
    const [material] = (await filesOf(client.intake, `/reports/${reportId}`))?.items ?? [];
    for (const who of ['policeStation', 'health', 'station', 'civil'] as const)
      expect([who, await open(client[who], material?.id ?? '')]).toEqual([who, undefined]);
    expect((await open(client.intake, material?.id ?? ''))?.status).toBe(200);
  });

  it('is examined once, in one place, by the police; health treats and keeps the record', async () => {
    const { id } = orderTo('police');
    await client.policeStation.ok(`/work-orders/${id}/actions/accept`);
    await client.policeStation.ok(`/work-orders/${id}/actions/finish`, {
      reply: '已在一站式办案区询问一次并同步录音录像，女民警在场。',
    });
    const receipt = await add(client.policeStation, 'work_order', id, 'RECEIPT_SCAN', {
      name: '受案回执.pdf',
      bytes: pdf(),
    });
    expect(receipt.status).toBe(201);
    const health = orderTo('health');
    await client.health.ok(`/work-orders/${health.id}/actions/accept`);
    expect(
      (await add(client.health, 'work_order', health.id, 'MEDICAL', { name: '诊疗证明.jpg' })).status,
    ).toBe(201);
    await client.health.ok(`/work-orders/${health.id}/actions/finish`, {
      reply: '已检查救治，病历由医院保存。',
    });
    const onCase = names(await filesOf(client.intake, `/cases/${caseId}`));
    expect(onCase).toEqual(['受案回执.pdf', '诊疗证明.jpg']);
    for (const [who, other] of [
      ['women', health.id],
      ['justice', id],
    ] as const)
      expect([who, (await client[who].get(`/work-orders/${other}`)).status]).toEqual([who, 404]);
  });

  it('goes to the procuratorate by letter; intake enters the receipt number and files its scan', async () => {
    const letter = orderTo('procuratorate');
    expect((await client.intake.read<{ isLetter: boolean }>(`/work-orders/${letter.id}`)).isLetter).toBe(
      true,
    );
    expect((await client.intake.post(`/work-orders/${letter.id}/actions/urge`, {})).status).toBe(409);
    await client.intake.ok(`/work-orders/${letter.id}/actions/record-on-behalf`, {
      what: 'accept',
      person: '未检办 罗敬',
      at: app.now().toISOString(),
      receiptNo: '平检未回〔2026〕7号',
    });
    const scan = await add(client.intake, 'work_order', letter.id, 'RECEIPT_SCAN', {
      name: '检察院回执.jpg',
      bytes: jpeg('回执'),
    });
    expect(scan.status).toBe(201);
    const seen = await client.intake.read<{ receiptNo: string; onBehalf: boolean }>(
      `/work-orders/${letter.id}`,
    );
    expect([seen.receiptNo, seen.onBehalf]).toEqual(['平检未回〔2026〕7号', true]);
    expect((await open(client.intake, scan.body.id))?.body.equals(jpeg('回执'))).toBe(true);
    for (const who of ['policeStation', 'health', 'women', 'justice', 'director', 'xhIntake'] as const)
      expect([who, await open(client[who], scan.body.id)]).toEqual([who, undefined]);
    await client.intake.ok(`/work-orders/${letter.id}/actions/record-on-behalf`, {
      what: 'finish',
      person: '未检办 罗敬',
      at: app.now().toISOString(),
      note: '已派员提前介入。',
    });
  });

  it('is made safe, assessed and planned for with her own words: counselling and another school', async () => {
    await act('station', 'record-safety-check', {
      arrivedAt: app.now().toISOString(),
      seenChild: true,
      spokeAlone: true,
      medicalNeeded: false,
      decision: 'safe_with_plan',
      decisionReason: '与外婆同住，疑似侵害人已被采取强制措施。',
      childOpinion: '想去外婆家附近上学。',
    });
    await act('station', 'end-emergency', { outcome: '孩子已安全。' });
    await act('station', 'assess', await screenBody(client.station));
    const planned = await act(
      'station',
      'make-plan',
      planBody({
        childOpinion: '想换个学校，不想让同学知道。',
        services: [
          { supportType: 'PSYCHOLOGY', provider: '受过专门训练的社工', dueOn: '2026-10-20' },
          { supportType: 'EDUCATION', provider: '平新县教育体育局', dueOn: '2026-10-20' },
        ],
      }),
    );
    expect(planned.services).toHaveLength(2);
    await nobodyElseKnows();
  });

  it('runs against the clocks of the criminal procedure, entered where each organ works', async () => {
    const now = app.now().toISOString();
    await client.policeStation.ok(`/cases/${caseId}/actions/record-proceeding`, {
      kind: 'criminal-accepted',
      happenedAt: now,
      number: '平公（刑）受案字〔2026〕21号',
    });
    expect(runningRules(await page('intake'))).toContain('DL-003');
    await client.policeStation.ok(`/cases/${caseId}/actions/record-proceeding`, {
      kind: 'criminal-filed',
      happenedAt: now,
    });
    expect(runningRules(await page('intake'))).not.toContain('DL-003');
  });

  it('ends up the line, the reporter is answered without a word about the child, and the village never knew', async () => {
    await finishOrders(app, client.intake, caseId);
    for (const { id, state } of (await page('station')).services ?? [])
      if (state !== 'done') await act('station', 'complete-service', { serviceId: id, result: '已完成。' });
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'triage',
      text: '已受理并依法办理。',
    });
    await act('station', 'request-closing', closingBody());
    const signed = await act('civil', 'sign-closing');
    expect(signed.phase).toBe('closed');
    await client.intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: '已依法办结，感谢您及时报告。',
    });
    const answer = await client.teacher.read<Report>(`/reports/${reportId}`);
    expect([answer.progress, answer.cases]).toEqual(['已办结', null]);
    expect(names(await filesOf(client.teacher, `/reports/${reportId}`))).toEqual(['班主任记录.pdf']);
    // Who only held an order has nothing any more; who worked on the case still has its files.
    for (const who of ['policeStation', 'health', 'women', 'justice'] as const)
      expect([who, (await client[who].get(`/cases/${caseId}`)).status]).toEqual([who, 404]);
    expect(names(await filesOf(client.intake, `/cases/${caseId}`))).toEqual(
      expect.arrayContaining(['受案回执.pdf', '诊疗证明.jpg', '检察院回执.jpg']),
    );
    await nobodyElseKnows();
  });
});
