import { type Deadline, type Report, reportBody } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

jest.setTimeout(30_000);

interface Problem {
  readonly errors: Record<string, string[]>;
}
const endOf = (day: string): string => new Date(`${day}T23:59:59.999+08:00`).toISOString();

/**
 * What 12345 and the petition office wait for, counted over 国庆 2026: 1–7 October are holidays, Saturday the 10th is worked.
 * (DL-034, DL-035, DL-036, DL-037; domain §5, §12)
 */
describe('tickets and petitions behind a report', () => {
  let app: TestApp;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-09-30T10:00:00+08:00' });
    intake = await app.as('intake');
  }, 60_000);
  afterAll(() => app.stop());

  const file = async (channel: string): Promise<string> =>
    (await intake.ok<Report>('/reports', reportBody({ channel, situations: ['POVERTY'], unitType: 'OTHER' })))
      .id;
  const step = (id: string, kind: string, form: object = {}) =>
    intake.post<Report & Problem>(`/reports/${id}/actions/record-ticket`, {
      kind,
      happenedAt: '2026-09-30T09:00:00+08:00',
      ...form,
    });
  const clocks = async (id: string): Promise<Record<string, string>> => {
    const { deadlines } = await intake.read<{ deadlines: (Deadline & { name: string })[] }>(`/reports/${id}`);
    return Object.fromEntries(
      deadlines
        .filter(({ ruleId, state }) => state === 'running' && ruleId >= 'DL-034' && ruleId <= 'DL-037')
        .map(({ ruleId, dueAt }) => [ruleId, dueAt]),
    );
  };

  it('a ticket is signed for in 24 hours, an urgent one in two (DL-034)', async () => {
    const calm = await file('TICKET_12345');
    await step(calm, 'DISPATCHED', { number: '12345-0930-17' });
    expect(await clocks(calm)).toEqual({ 'DL-034': new Date('2026-10-01T09:00:00+08:00').toISOString() });
    const urgent = await file('TICKET_12345');
    await step(urgent, 'DISPATCHED', { urgent: true });
    expect(await clocks(urgent)).toEqual({ 'DL-034': new Date('2026-09-30T11:00:00+08:00').toISOString() });
  });

  it.each([
    ['CONSULT', '2026-10-10'],
    ['HELP', '2026-10-13'],
    ['COMPLAINT', '2026-10-20'],
  ])('a signed ticket of kind %s is answered by %s (DL-035)', async (matter, day) => {
    const id = await file('TICKET_12345');
    await step(id, 'DISPATCHED');
    const unnamed = await step(id, 'SIGNED');
    expect([unnamed.status, Object.keys(unnamed.body.errors)]).toEqual([422, ['matter']]);
    expect(Object.keys(await clocks(id))).toEqual(['DL-034']);
    await step(id, 'SIGNED', { matter });
    expect(await clocks(id)).toEqual({ 'DL-035': endOf(day) });
    expect((await step(id, 'ANSWERED')).status).toBe(200);
    expect(await clocks(id)).toEqual({});
  });

  it('a major urgent one has a first opinion in two hours (DL-036)', async () => {
    const id = await file('TICKET_12345');
    await step(id, 'SIGNED_MAJOR', { matter: 'HELP' });
    expect((await clocks(id))['DL-036']).toBe(new Date('2026-09-30T11:00:00+08:00').toISOString());
    await step(id, 'OPINION');
    expect(Object.keys(await clocks(id))).toEqual(['DL-035']);
    const again = await step(id, 'OPINION');
    expect([again.status, again.body.errors.kind?.[0]]).toEqual([422, expect.stringContaining('先登记前面')]);
  });

  it('a petition is told in 15 days, answered in 60 from its arrival, reviewed in 30 (DL-037)', async () => {
    const id = await file('PETITION');
    const early = await step(id, 'PETITION_ANSWERED');
    expect(early.status).toBe(422);
    await step(id, 'PETITION_RECEIVED');
    expect(await clocks(id)).toEqual({ 'DL-037': endOf('2026-10-15') });
    await step(id, 'PETITION_ACCEPTED');
    // Sixty days from 30 September end on Sunday, 29 November.
    expect(await clocks(id)).toEqual({ 'DL-037': endOf('2026-11-30') });
    await step(id, 'PETITION_LONGER');
    expect(await clocks(id)).toEqual({ 'DL-037': endOf('2026-12-30') });
    await step(id, 'PETITION_ANSWERED');
    expect(await clocks(id)).toEqual({});
    await step(id, 'PETITION_REVIEW');
    expect(await clocks(id)).toEqual({ 'DL-037': endOf('2026-10-30') });
    await step(id, 'PETITION_REVIEWED');
    expect(await clocks(id)).toEqual({});
  });

  it('is nothing a reporter sees or does, and its number stands nowhere in clear', async () => {
    const teacher = await app.as('teacher');
    const { id } = await teacher.ok<Report>('/reports', reportBody());
    await step(id, 'SIGNED', { matter: 'HELP', number: '工单九九' });
    expect(
      (await teacher.read<Report>(`/reports/${id}`)).deadlines.map(({ ruleId }) => ruleId),
    ).not.toContain('DL-035');
    const own = await teacher.post(`/reports/${id}/actions/record-ticket`, { kind: 'ANSWERED' });
    expect(own.status).toBe(403);
    const rows = await app.owner.query<{ note: Buffer | null; data: object }[]>(
      `SELECT note, data FROM case_action WHERE report_id = $1 AND action = 'report.record-ticket'`,
      [id],
    );
    expect(rows).toHaveLength(1);
    expect([rows[0]?.note?.includes('九九'), JSON.stringify(rows[0]?.data).includes('九九')]).toEqual([
      false,
      false,
    ]);
  });
});
