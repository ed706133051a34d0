import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { randomInt } from 'node:crypto';
import { RealProcess } from '../reliability/real-process';
import { type Order, type Page, type Report, reportBody, triageFrom, VILLAGE } from '../support/journey';
import { jpeg, pdf } from '../support/sample-files';
import { type CallOptions, Client, type Reply, type Who } from '../support/test-app';
import { soundCaseworkBodies } from './api-bodies';
import { assistFor } from './confidential-assistance';
import { grepFiles, searchRedis } from './needle-places';
import { hashNeedle, needle, search, searchDatabase, secretName, secretWord } from './needles';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

/** What people say in confidence; a new word each time it is told, so that a hit names the place it came from. */
const told = new Map<string, string>();
function secret(name: string, value: string = secretWord()): string {
  told.set(name, value);
  return value;
}
const phone = (): string => `139${String(randomInt(0, 99_999_999)).padStart(8, '0')}`;

/** Writes down every refusal: an error must not repeat what was sent. */
class Listening extends Client {
  static readonly refusals: string[] = [];

  override async call<T>(
    method: string,
    path: string,
    body: unknown,
    options: CallOptions,
  ): Promise<Reply<T>> {
    const reply = await super.call<T>(method, path, body, options);
    // 412 gives the author the own newer text; that is its purpose.
    if (reply.status >= 400 && reply.status !== 412) Listening.refusals.push(JSON.stringify(reply.body));
    return reply;
  }
}

/** D01, D02, D04: a whole case with secrets in every field, in the real process with its log at the finest. */
describe('what people say in confidence', () => {
  let real: RealProcess;
  let caseId: string;
  let notices: string;

  beforeAll(async () => {
    real = await RealProcess.prepare({ logLevel: 'debug' });
    await real.start();
    const reportId = await fileReport();
    await refuseWhatIsWrong(reportId);
    caseId = await triage(reportId);
    await workOrders();
    await casework();
    await attachments(reportId);
    await closeCase(reportId);
    await real.untilDelivered();
    notices = await everyNotice();
  }, 120_000);
  afterAll(() => real.remove(), 60_000);

  const as = async (who: Who): Promise<Client> => new Listening(real.url, await real.cookieOf(who));
  const needles = () => [
    ...[...told].map(([name, value]) => needle(name, value)),
    ...[...told]
      .filter(([name]) => /name|number|phone/i.test(name))
      .map(([name, value]) => hashNeedle(name, value)),
  ];

  it('was told in more than forty places, and the case went to its end', async () => {
    expect(told.size).toBeGreaterThan(40);
    const [file] = await real.owner.query<{ phase: string }[]>('SELECT phase FROM case_file');
    expect(file?.phase).toBe('closed');
    // The words arrived: who may read them does.
    const view = JSON.stringify(await (await as('civil')).read(`/cases/${caseId}`));
    for (const name of ['plan goals', 'visit problems', 'safety homeCondition', 'assessment narrative'])
      expect(view).toContain(told.get(name));
  });

  it('is in no table in plain, in hex, in base64 or as a bare hash', async () => {
    expect(await searchDatabase(real.owner, needles())).toEqual([]);
  });

  it('is in no file of the database server, its write-ahead log included', async () => {
    // A server that somebody else runs keeps its files where we cannot look.
    if (!existsSync(join(real.dataDir, 'pg'))) return;
    await real.owner.query('CHECKPOINT');
    expect(grepFiles(real.dataDir, told.values())).toBe('');
  });

  it('is in no line of the log, not even of what was refused', () => {
    expect(real.output.length).toBeGreaterThan(2_000);
    expect(real.output).toContain('request refused');
    expect(search(real.output, needles(), 'log')).toEqual([]);
  });

  it('is repeated in no error', () => {
    expect(Listening.refusals.length).toBeGreaterThan(10);
    expect(search(Listening.refusals.join('\n'), needles(), 'errors')).toEqual([]);
  });

  it('is in no notice', () => {
    expect(notices).toContain('协办单');
    expect(search(notices, needles(), 'notices')).toEqual([]);
  });

  it('is in no key of Redis', async () => {
    const url = process.env.REDIS_URL;
    if (url === undefined) return;
    expect(await searchRedis(url, needles())).toEqual([]);
  });

  it('would have been found: in a table, in the log, in a file', async () => {
    const [name, value] = [...told][0] ?? ['', ''];
    await real.owner.query('CREATE TABLE scratch (plain text, bytes bytea, packed text, index text)');
    await real.owner.query('INSERT INTO scratch (plain) VALUES ($1)', [`…${value}…`]);
    expect(await searchDatabase(real.owner, needles())).toEqual([{ needle: name, where: 'public.scratch' }]);
    for (const [column, hidden] of [
      ['bytes', Buffer.from(`x${value}y`)],
      ['packed', Buffer.from(`xy${value}z`).toString('base64')],
    ] as const) {
      await real.owner.query('DELETE FROM scratch');
      await real.owner.query(`INSERT INTO scratch (${column}) VALUES ($1)`, [hidden]);
      expect(await searchDatabase(real.owner, needles())).toEqual([
        { needle: name, where: 'public.scratch' },
      ]);
    }
    expect(search(`{"msg":"${value}"}`, needles(), 'log')).toHaveLength(1);
    if (!existsSync(join(real.dataDir, 'pg'))) return;
    await real.owner.query('INSERT INTO scratch (plain) VALUES ($1)', [value]);
    await real.owner.query('CHECKPOINT');
    expect(grepFiles(real.dataDir, told.values())).not.toBe('');
  });

  async function fileReport(): Promise<string> {
    const teacher = await as('teacher');
    const child = {
      name: secret('child name', secretName()),
      sex: 'female',
      // An area code that no place has; the check digit holds (GB 11643).
      idNumber: secret('child ID number', idNumber('20170315')),
      school: secret('school'),
      className: secret('class'),
      address: secret('address'),
      guardianName: secret('guardian name', secretName()),
      guardianPhone: secret('guardian phone', phone()),
      guardianRelation: '51',
    };
    const body = reportBody({
      policeToldAt: '2026-09-15T08:00:00+08:00',
      children: [child],
      suspects: [
        {
          name: secret('suspect name', secretName()),
          perpetratorType: 'FATHER',
          note: secret('suspect note'),
        },
      ],
      facts: secret('facts'),
      childWords: secret('child words'),
      injury: secret('injury'),
      presentPlace: secret('present place'),
      evidence: secret('evidence'),
      othersAtRisk: secret('others at risk'),
      exclusionNote: secret('exclusion note'),
      reporterName: secret('reporter name', secretName()),
      reporterPhone: secret('reporter phone', phone()),
      reporterPosition: secret('reporter position'),
    });
    await teacher.put('/drafts/report', { body: { ...body, thought: secret('draft') } });
    const { id } = await teacher.ok<Report>('/reports', body);
    await teacher.ok(`/reports/${id}/actions/add`, { text: secret('addition') });
    return id;
  }

  /** Everything that is refused carries secrets too. */
  async function refuseWhatIsWrong(reportId: string): Promise<void> {
    const [teacher, intake, admin] = [await as('teacher'), await as('intake'), await as('admin')];
    const lost = secret('refused text');
    const number = secret('refused ID number', idNumber('20160229'));
    await teacher.post('/reports', reportBody({ facts: [lost], children: [{ name: lost, sex: number }] }));
    await teacher.post('/reports', { unknown: lost });
    await teacher.post('/reports', `{"facts":"${lost}`);
    await teacher.post('/reports', reportBody({ regionCode: lost, reporterPhone: number }));
    await teacher.post('/reports', reportBody({ facts: lost }), {
      headers: { 'content-type': 'text/plain' },
    });
    await teacher.post(`/reports/${reportId}/actions/receive`, { note: lost });
    await admin.post('/reports', reportBody({ facts: lost }));
    await intake.post(`/reports/${reportId}/actions/feedback`, { stage: 'triage', text: lost });
    await intake.post(`/cases/${reportId}/actions/open-emergency`, { reason: lost });
    await intake.get(`/people?q=${number}`);
    await intake.get(`/reports?filter[state]=${lost}&sort=${lost}&cursor=${lost}`);
    await intake.get(`/nosuch?name=${encodeURIComponent(lost)}`);
    await teacher.put('/drafts/report', { body: { lost }, baseVersion: 7 });
    await new Listening(real.url).call('POST', '/session', { username: lost, password: number }, {});
  }

  async function triage(reportId: string): Promise<string> {
    const intake = await as('intake');
    await intake.ok(`/reports/${reportId}/actions/receive`);
    await intake.ok(`/reports/${reportId}/actions/disclose-reporter`, {
      reason: secret('disclosure reason'),
    });
    const proposal = await intake.read<Record<string, unknown>>(`/reports/${reportId}/triage-proposal`);
    const body = triageFrom(proposal, { summary: secret('summary'), place: secret('place') });
    const [child] = body.children as Record<string, unknown>[];
    const wrong = { ...child, idNumber: secret('wrong ID number', '990101201703150000') };
    await intake.post(`/reports/${reportId}/actions/triage`, { ...body, children: [wrong] });
    const report = await intake.ok<Report>(`/reports/${reportId}/actions/triage`, body);
    const id = report.cases?.[0]?.id ?? '';
    // A search for a name travels in the address of the request.
    await intake.read(`/people?q=${encodeURIComponent(told.get('child name') ?? '')}`);
    const file = await intake.read<{ child: { id: string } }>(`/cases/${id}`);
    const seen = await intake.get(`/people/${file.child.id}`);
    const changes = { phone: secret('child phone', phone()), address: secret('new address') };
    const ifMatch = seen.headers.get('etag') ?? '';
    expect((await intake.patch(`/people/${file.child.id}`, changes, { ifMatch })).status).toBe(200);
    await intake.patch(`/people/${file.child.id}`, { idNumber: told.get('wrong ID number') }, { ifMatch });
    return id;
  }

  async function workOrders(): Promise<void> {
    const [intake, police, women] = [await as('intake'), await as('policeStation'), await as('women')];
    const inbox = async (client: Client) =>
      (await client.read<Page<Order>>('/work-orders?filter[box]=mine')).data[0]?.id ?? '';
    const [lead, co] = [await inbox(police), await inbox(women)];
    await police.ok(`/work-orders/${lead}/actions/accept`);
    await police.ok(`/work-orders/${lead}/actions/finish`, { reply: secret('order reply') });
    await intake.ok(`/work-orders/${co}/actions/urge`, { note: secret('urge note') });
    const returned = { reasonCode: 'NOT_OUR_DUTY', note: secret('return note') };
    await women.ok(`/work-orders/${co}/actions/return`, returned);
    const { agencies } = await intake.read<{ agencies: { id: string; kind: string }[] }>('/reference');
    const agencyId = agencies.find(({ kind }) => kind === 'hospital')?.id;
    await intake.ok(`/work-orders/${co}/actions/reissue`, { agencyId, note: secret('reissue note') });
    const all = await intake.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}&limit=50`);
    for (const order of all.data.filter(({ state }) => state === 'issued')) {
      for (const what of ['accept', 'finish'] as const)
        await intake.ok(`/work-orders/${order.id}/actions/record-on-behalf`, {
          what,
          person: '值班员',
          at: '2026-09-15T09:00:00+08:00',
          note: secret(`on behalf ${what}`),
        });
    }
  }

  async function casework(): Promise<void> {
    const [station, director] = [await as('station'), await as('director')];
    const sound = await soundCaseworkBodies(station);
    const act = (client: Client, action: string, body: Record<string, unknown>) =>
      client.ok<{ services: { id: string }[] }>(`/cases/${caseId}/actions/${action}`, body);
    const at = '2026-09-15T09:00:00+08:00';
    const { users, agencies } = await station.read<{
      users: { id: string; agencyId: string }[];
      agencies: { id: string; kind: string; regionCode: string }[];
    }>('/reference');
    const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
    const worker = users.find(({ agencyId }) => agencyId === village?.id);
    await act(station, 'assign', { agencyId: village?.id, userId: worker?.id });
    await act(director, 'record-safety-check', {
      ...sound.Emergency_recordSafetyCheck,
      arrivedAt: at,
      injuries: secret('safety injuries'),
      homeCondition: secret('safety homeCondition'),
      decisionReason: secret('safety reason'),
      childOpinion: secret('safety child opinion'),
    });
    await act(station, 'end-emergency', { outcome: secret('emergency outcome') });
    await act(station, 'open-emergency', { reason: secret('emergency reason') });
    await act(director, 'record-safety-check', { ...sound.Emergency_recordSafetyCheck, arrivedAt: at });
    await act(station, 'end-emergency', { outcome: '已安全。' });
    await act(director, 'record-visit', {
      ...sound.Visits_record,
      visitedAt: at,
      problems: secret('visit problems'),
      actions: secret('visit actions'),
      items: {
        ...(sound.Visits_record?.items as Record<string, unknown>),
        CARE: { rating: 'watch', note: secret('visit note') },
      },
    });
    await assistFor({ as, caseId, secret, sound });
  }

  /** Files and their names, kept and refused; the sealed ones lie in the folder that is searched. */
  async function attachments(reportId: string): Promise<void> {
    const [teacher, station] = [await as('teacher'), await as('station')];
    const file = (kind: string, id: string, purpose: string, name: string, bytes: Buffer) => ({
      kind,
      id,
      purpose,
      name: `${secret(`file ${name} called`)}.${name}`,
      bytes,
    });
    const photo = file('report', reportId, 'SCENE_PHOTO', 'jpg', jpeg(secret('bytes of a photo')));
    const paper = file(
      'case',
      caseId,
      'DOCUMENT',
      'pdf',
      pdf(`1 0 obj<</T(${secret('bytes of a paper')})>>endobj`),
    );
    expect((await teacher.upload(photo)).status).toBe(201);
    const kept = await station.upload<{ id: string; name: string }>(paper);
    expect([kept.status, kept.body.name]).toEqual([201, paper.name]);
    const { url } = await station.ok<{ url: string }>(`/attachments/${kept.body.id}/link`, {
      mode: 'download',
      reason: 'PRINT',
    });
    expect((await station.download(url)).body.equals(paper.bytes)).toBe(true);
    await station.ok(`/attachments/${kept.body.id}/actions/withdraw`, { reason: secret('withdrawal') });
    const refused = Buffer.from(`<svg>${secret('bytes of a refused file')}</svg>`);
    const page = file('case', caseId, 'OTHER', 'svg', refused);
    expect((await station.upload(page)).status).toBe(415);
    expect((await (await as('women')).upload(page)).status).toBe(404);
    expect((await station.upload({ ...page, purpose: 'nosuch' })).status).toBe(422);
  }

  async function closeCase(reportId: string): Promise<void> {
    const [station, civil, intake] = [await as('station'), await as('civil'), await as('intake')];
    const checks = [
      'CHILD_SEEN',
      'CHILD_HEARD',
      'RISK_LOW',
      'SERVICES_DONE',
      'GUARDIAN_ABLE',
      'DOCUMENTS_FILED',
      'FOLLOW_UP_PLANNED',
    ];
    const closing = {
      reason: 'GOALS_MET',
      riskLevel: 'low',
      checklist: Object.fromEntries(checks.map((code) => [code, true])),
      note: secret('closing note'),
      childOpinion: secret('closing child opinion'),
    };
    await station.ok(`/cases/${caseId}/actions/request-closing`, closing);
    await civil.ok(`/cases/${caseId}/actions/return-closing`, { reason: secret('closing returned') });
    await station.ok(`/cases/${caseId}/actions/request-closing`, closing);
    await intake.ok(`/reports/${reportId}/actions/feedback`, { stage: 'triage', text: secret('feedback') });
    await civil.ok(`/cases/${caseId}/actions/sign-closing`);
    await intake.ok(`/reports/${reportId}/actions/feedback`, {
      stage: 'result',
      text: secret('feedback of the result'),
    });
  }

  async function everyNotice(): Promise<string> {
    const pages = await Promise.all(
      (
        ['teacher', 'intake', 'policeStation', 'women', 'hospital', 'station', 'director', 'civil'] as const
      ).map(async (who) => (await as(who)).read<unknown>('/notices?limit=100')),
    );
    return JSON.stringify(pages);
  }
});

/** An invented number with a valid check digit on an area code that no place has. */
function idNumber(birth: string): string {
  const digits = `990101${birth}${String(randomInt(0, 500) * 2).padStart(3, '0')}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
  return digits + '10X98765432'.charAt(sum % 11);
}
