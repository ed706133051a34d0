import { type Deadline, type Report, reportBody } from '../../support/journey';
import { type Client, TestApp } from '../../support/test-app';

interface Called extends Report {
  readonly content: { readonly call?: Record<string, unknown> | null } | null;
}

/** 12345 专席: a call is written into the same form, and the report was made when it was answered (domain D02). */
describe('a report by telephone', () => {
  let app: TestApp;
  let hotline: Client;
  let intake: Client;

  beforeAll(async () => {
    app = await TestApp.start();
    [hotline, intake] = [await app.as('hotline'), await app.as('intake')];
  }, 60_000);
  afterAll(() => app.stop());

  const minutesAgo = (minutes: number): string =>
    new Date(app.now().getTime() - minutes * 60_000).toISOString();
  const body = (call: object, more: object = {}): Record<string, unknown> =>
    reportBody({
      channel: 'TICKET_12345',
      unitType: 'OTHER',
      reporterPhone: '13900000077',
      call: { answeredAt: minutesAgo(8), answeredBy: '闻声', callback: 'wanted', ...call },
      ...more,
    });
  const started = async (id: string): Promise<string | undefined> => {
    const [row] = await app.owner.query<{ at: Date }[]>(
      `SELECT start_at AS at FROM deadline WHERE subject_id = $1 AND rule_id = 'DL-051'`,
      [id],
    );
    return row?.at.toISOString();
  };

  it('counts from the moment the call was answered', async () => {
    const answeredAt = minutesAgo(12);
    const { id } = await hotline.ok<Report>('/reports', body({ answeredAt }));
    expect(await started(id)).toBe(answeredAt);
    const plain = await hotline.ok<Report>('/reports', { ...body({}), call: undefined });
    expect(await started(plain.id)).not.toBe(answeredAt);
    const { deadlines } = await intake.read<{ deadlines: readonly Deadline[] }>(`/reports/${id}`);
    expect(deadlines.map(({ ruleId }) => ruleId)).toContain('DL-051');
  });

  it('tells intake how it was taken and whether to ring back; the number stays sealed with the reporter', async () => {
    const call = { ticketNo: 'RX-0915-003', callback: 'unsafe', safeTime: '工作日中午' };
    const { id } = await hotline.ok<Report>('/reports', body(call));
    const page = await intake.read<Called>(`/reports/${id}`);
    expect(page.content?.call).toMatchObject({ answeredBy: '闻声', ...call });
    expect(JSON.stringify(page)).not.toContain('13900000077');
    const [row] = await app.owner.query<{ narrative: Buffer; phone: Buffer }[]>(
      'SELECT r.narrative, p.phone FROM report r JOIN reporter p ON p.id = r.reporter_id WHERE r.id = $1',
      [id],
    );
    expect(row?.narrative.includes(Buffer.from('RX-0915-003'))).toBe(false);
    expect(row?.phone.includes(Buffer.from('13900000077'))).toBe(false);
  });

  it('refuses a call from the future, and a call-back to no number', async () => {
    const reply = await hotline.post<{ errors: Record<string, string[]> }>(
      '/reports',
      body({ answeredAt: minutesAgo(-30) }, { reporterPhone: undefined }),
    );
    expect([reply.status, Object.keys(reply.body.errors).sort()]).toEqual([
      422,
      ['call.answeredAt', 'reporterPhone'],
    ]);
    const silent = body({ callback: 'later' });
    expect((await hotline.post('/reports', silent)).status).toBe(422);
  });
});
