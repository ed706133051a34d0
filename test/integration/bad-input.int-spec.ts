import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { AccountRole } from '@tonghu/backend/kernel';
import { openCase, type Order, type Page, type Report, reportBody, triageFrom } from '../support/journey';
import { campaignRecordFor } from '../support/campaign';
import { watched } from '../support/monitoring';
import { ACCOUNTS, Client, PASSWORD, type Reply, TestApp, WHO_OF_ROLE } from '../support/test-app';
import {
  type Body,
  bodyWith,
  isRefused,
  merge,
  sampleOf,
  soundCaseworkBodies,
  UNKNOWN,
  WRONG,
  wrongFor,
} from './api-bodies';
import { type Operation, operationsOf } from './api-operations';
import { complaint, type Problem } from './problem';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const SEED = 20_260_915;

describe('bad input', () => {
  let app: TestApp;
  let operations: Operation[];
  let caseIds: string[] = [];
  let orderIds: string[] = [];
  const caseOf = new Map<string, string>();
  let personId: string;
  let casework: Readonly<Record<string, Body>>;

  beforeAll(async () => {
    app = await TestApp.start();
    operations = operationsOf(app.app);
    const intake = await app.as('intake');
    const caseId = await moreCases();
    const orders = await (
      await app.as('policeStation')
    ).read<Page<Order>>('/work-orders?filter[box]=mine&limit=100');
    orderIds = orders.data.map(({ id }) => id);
    casework = await soundCaseworkBodies(intake);
    personId = (await intake.read<{ child: { id: string } }>(`/cases/${caseId}`)).child.id;
  }, 60_000);
  afterAll(() => app.stop());

  /** A report about as many children as a report may have, each with a case of its own; answers the first case. */
  async function moreCases(): Promise<string> {
    const { reportId, caseId, intake } = await openCase(app, {
      report: {
        children: Array.from({ length: 20 }, (_, i) => ({ name: `禾小${i}`, sex: 'unknown', age: 9 })),
      },
    });
    caseIds = ((await intake.read<Report>(`/reports/${reportId}`)).cases ?? []).map(({ id }) => id);
    return caseId;
  }

  const withBody = (): Operation[] =>
    operations.filter(({ body, id }) => body !== undefined && id !== 'Session_signIn');

  /** Every record the sweep acts on: a triaged report for what comes after triage, a received one for triage itself. */
  async function recordFor({ path, id }: Operation): Promise<string> {
    if (path.startsWith('/cases')) return caseFor(id);
    if (path.startsWith('/work-orders')) return orderIds.shift() ?? '';
    if (path.startsWith('/people')) return personId;
    if (path.startsWith('/watch-items/')) return (await watched(app)).id;
    if (path.startsWith('/campaign')) return campaignRecordFor(app, id);
    if (!path.startsWith('/reports/')) return UNKNOWN;
    const body = reportBody({ policeToldAt: app.now().toISOString() });
    const report = await (await app.as('teacher')).ok<Report>('/reports', body);
    if (id === 'Triage_triage') await (await app.as('intake')).ok(`/reports/${report.id}/actions/receive`);
    return report.id;
  }

  /** A case of its own for each operation, seen and assessed, so that nothing is refused for its state alone. */
  async function caseFor(operationId: string): Promise<string> {
    const known = caseOf.get(operationId);
    if (known !== undefined) return known;
    if (caseIds.length === 0) await moreCases();
    const [intake, caseId] = [await app.as('intake'), caseIds.shift() ?? ''];
    const { Emergency_recordSafetyCheck: seen, Assessments_assess: assessed } = casework;
    await intake.ok(`/cases/${caseId}/actions/record-safety-check`, seen);
    await intake.ok(`/cases/${caseId}/actions/assess`, assessed);
    caseOf.set(operationId, caseId);
    return caseId;
  }

  /** A body in which one field at a time is made wrong. */
  async function soundBody(operation: Operation, record: string): Promise<Body> {
    if (operation.id === 'Report_file') return reportBody({ policeToldAt: app.now().toISOString() });
    if (operation.id === 'Triage_triage')
      return triageFrom(await (await app.as('intake')).read(`/reports/${record}/triage-proposal`));
    return casework[operation.id] ?? (sampleOf(operation.body ?? {}) as Body);
  }

  async function clientFor(role: string | undefined): Promise<Client> {
    const who = role === undefined ? undefined : WHO_OF_ROLE[role as AccountRole];
    return who === undefined ? app.anyone : app.as(who);
  }

  async function send(
    client: Client,
    { method, path }: Pick<Operation, 'method' | 'path'>,
    record: string,
    text: string | undefined,
    headers: Record<string, string> = {},
  ): Promise<Reply<Problem>> {
    return client.call<Problem>(method, path.replace('{id}', record).replace('{kind}', 'report'), text, {
      key: randomUUID(),
      ...(method === 'PATCH' ? { ifMatch: await etag(client, record) } : {}),
      headers,
    });
  }

  async function etag(client: Client, record: string): Promise<string> {
    return (await client.get(`/people/${record}`)).headers.get('etag') ?? '"v1"';
  }

  it('covers every operation of the document, each with a rule', () => {
    expect(operations.length).toBeGreaterThan(45);
    const open = operations.filter(({ roles }) => roles === undefined).map(({ id }) => id);
    expect(open.sort()).toEqual([
      'Demo_accounts',
      'Health_live',
      'Health_ready',
      'Metrics_metrics',
      'Session_signIn',
      'Session_signOut',
    ]);
    expect(withBody().length).toBeGreaterThan(22);
  });

  it('is answered field by field: missing, wrong, extra (I01)', async () => {
    const found: string[] = [];
    let attempted = 0;
    for (const operation of withBody()) {
      let record = await recordFor(operation);
      let sound = await soundBody(operation, record);
      const client = await clientFor(operation.roles?.[0]);
      const properties = operation.body?.properties ?? {};
      const required = new Set(operation.body?.required);
      const attempt = async (what: string, field: string, text: string, mustFail: boolean): Promise<void> => {
        const reply = await send(client, operation, record, text);
        const wrong = complaint(reply, mustFail ? field : '');
        const accepted = mustFail && reply.status < 400 ? `accepts it (${reply.status})` : undefined;
        const missed = mustFail && reply.status === 409 ? 'looked at the state before the field' : undefined;
        for (const words of [wrong, accepted, missed])
          if (words) found.push(`${operation.id} ${what}: ${words}`);
        if (reply.status < 300) {
          record = await recordFor(operation);
          sound = await soundBody(operation, record);
        }
      };
      for (const [field, schema] of Object.entries(properties)) {
        if (required.has(field)) {
          const rest = Object.fromEntries(Object.entries(sound).filter(([name]) => name !== field));
          await attempt(`without ${field}`, field, JSON.stringify(rest), true);
        }
        for (const [name, value] of wrongFor(field)) {
          await attempt(
            `${field} = ${name}`,
            field,
            bodyWith(sound, field, value),
            isRefused(schema, value, required.has(field)),
          );
        }
      }
      for (const extra of ['role', 'districtCode', 'version', 'constructor', 'toString', '__proto__'])
        await attempt(`with ${extra}`, extra, bodyWith(sound, extra, '{"x":1}'), true);
      attempted += Object.keys(properties).length;
    }
    expect(attempted).toBeGreaterThan(90);
    expect(found).toEqual([]);
  }, 600_000);

  it('as a whole is answered for every role: no body, no object, no JSON, another type', async () => {
    const found: string[] = [];
    const bodies: Readonly<
      Record<string, readonly [string | undefined, Record<string, string>, readonly number[]]>
    > = {
      'no body': [undefined, {}, [422]],
      'an empty text': ['', { 'content-type': 'application/json' }, [422]],
      null: ['null', {}, [400, 422]],
      'a text': ['"x"', {}, [400, 422]],
      'a list': ['[]', {}, [422]],
      'half an object': ['{"a":', {}, [400]],
      'no JSON': ['a=1&b=2', {}, [400]],
      'a form': ['a=1', { 'content-type': 'application/x-www-form-urlencoded' }, [422]],
      'plain text': ['{}', { 'content-type': 'text/plain' }, [422]],
      'another alphabet': ['{}', { 'content-type': 'application/json; charset=koi8-r' }, [400, 415, 422]],
      'a wrong encoding': ['{}', { 'content-encoding': 'gzip' }, [400, 415]],
      'an unknown encoding': ['{}', { 'content-encoding': 'zip' }, [400, 415]],
      'too much': [JSON.stringify({ a: 'x'.repeat(1_100_000) }), {}, [413]],
      'very deep': [`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, {}, [400, 422]],
    };
    for (const operation of withBody()) {
      const record = await recordFor(operation);
      for (const [what, [text, headers, expected]] of Object.entries(bodies)) {
        const roles =
          what === 'no body' || what === 'a list'
            ? (operation.roles ?? [])
            : (operation.roles ?? []).slice(0, 1);
        // An action that needs no facts takes an empty body.
        const needsNothing = (operation.body?.required ?? []).length === 0;
        for (const role of roles) {
          const reply = await send(await clientFor(role), operation, record, text, headers);
          const wrong = complaint(reply);
          if (wrong) found.push(`${operation.id} as ${role}, ${what}: ${wrong}`);
          const fine = expected.includes(reply.status) || [403, 404, 409].includes(reply.status);
          if (!fine && !needsNothing) found.push(`${operation.id} as ${role}, ${what}: ${reply.status}`);
        }
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it('made up at random is answered for every role', async () => {
    const targets = withBody().flatMap((operation) =>
      (operation.roles ?? []).map((role) => ({ operation, role })),
    );
    const records = new Map<string, string>();
    for (const operation of withBody()) records.set(operation.id, await recordFor(operation));
    const anything = fc.oneof(
      fc.constantFrom(...Object.values(WRONG)),
      fc.jsonValue({ maxDepth: 4 }).map((value) => JSON.stringify(value)),
      fc.string({ unit: 'binary', maxLength: 40 }).map((value) => JSON.stringify(value)),
    );
    const attempt = fc.record({
      target: fc.constantFrom(...targets),
      changes: fc.array(fc.tuple(fc.nat(), anything), { minLength: 1, maxLength: 3 }),
    });
    await fc.assert(
      fc.asyncProperty(attempt, async ({ target: { operation, role }, changes }) => {
        const names = Object.keys(operation.body?.properties ?? {});
        const record = records.get(operation.id) ?? UNKNOWN;
        const sound = casework[operation.id] ?? (sampleOf(operation.body ?? {}) as Body);
        const text = changes.reduce(
          (body, [place, value]) => merge(body, names[place % names.length] ?? 'extra', value),
          JSON.stringify(sound),
        );
        const reply = await send(await clientFor(role), operation, record, text);
        const wrong = complaint(reply);
        if (wrong !== undefined)
          throw new Error(`${operation.id} as ${role} ${wrong}: ${text.slice(0, 400)}`);
      }),
      { seed: SEED, numRuns: 600, endOnFailure: true },
    );
  }, 300_000);

  it('in the path is answered like an unknown record', async () => {
    const found: string[] = [];
    const ids = [
      '1',
      'x'.repeat(3_000),
      '%00',
      '..%2f..',
      "'%20OR%201=1",
      '%F0%9F%92%A9',
      UNKNOWN.toUpperCase(),
      '%E0%A4%A',
    ];
    for (const operation of operations.filter(({ path }) => path.includes('{id}'))) {
      const client = await clientFor(operation.roles?.[0]);
      for (const id of ids) {
        const text =
          operation.method === 'GET' ? undefined : JSON.stringify(sampleOf(operation.body ?? {}) ?? {});
        const reply = await client.call<Problem>(operation.method, operation.path.replace('{id}', id), text, {
          key: randomUUID(),
          ifMatch: '"v1"',
        });
        const wrong = complaint(reply);
        if (wrong || ![400, 404].includes(reply.status))
          found.push(`${operation.id} ${id.slice(0, 20)}: ${reply.status} ${wrong ?? ''}`);
      }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it('in the query of a list names the part that is wrong', async () => {
    const found: string[] = [];
    const cursor = (...parts: unknown[]): string => Buffer.from(JSON.stringify(parts)).toString('base64url');
    const queries: readonly (readonly [query: string, field: string])[] = [
      ['filter[nosuch]=1', 'filter[nosuch]'],
      ['filter[__proto__]=1', 'filter[__proto__]'],
      ['filter[constructor]=1', 'filter[constructor]'],
      ['filter[state][$ne]=x', 'filter[state][$ne]'],
      ['filter=1', 'filter'],
      ['where=1=1', 'where'],
      ['sort=(select%201/0)', 'sort'],
      ['sort=id;drop%20table%20report', 'sort'],
      ['sort=constructor', 'sort'],
      ['sort=__proto__', 'sort'],
      ['sort=-', 'sort'],
      ['limit=0', 'limit'],
      ['limit=-1', 'limit'],
      ['limit=101', 'limit'],
      ['limit=1e9', 'limit'],
      ['limit=abc', 'limit'],
      ['limit=1&limit=2', 'limit'],
      ['cursor=', 'cursor'],
      ['cursor=abc', 'cursor'],
      ['cursor=a&cursor=b', 'cursor'],
      [`cursor=${cursor(1, 2)}`, 'cursor'],
      [`cursor=${cursor('x', UNKNOWN)}`, 'cursor'],
      [`cursor=${cursor('2026-13-45T00:00:00Z', UNKNOWN)}`, 'cursor'],
      [`cursor=${cursor('2026-01-01', '-'.repeat(36))}`, 'cursor'],
      [`cursor=${cursor("'; drop table report", UNKNOWN)}`, 'cursor'],
      [`cursor=${'x'.repeat(2_000)}`, 'cursor'],
    ];
    for (const list of ['/reports', '/cases', '/work-orders', '/notices']) {
      const intake = await app.as('intake');
      for (const [query, field] of queries) {
        const reply = await intake.get<Problem>(`${list}?${query}`);
        const wrong = complaint(reply, field);
        if (wrong || reply.status !== 422) found.push(`${list}?${query}: ${reply.status} ${wrong ?? ''}`);
      }
      for (const value of ['x', '%00', "'", '🙂', 'x'.repeat(250), UNKNOWN, '-1', 'true', '%ED%A0%80'])
        for (const name of [
          'state',
          'urgency',
          'caseId',
          'overdue',
          'own',
          'phase',
          'stage',
          'region',
          'worker',
          'box',
          'unread',
        ]) {
          const reply = await intake.get<Problem>(`${list}?filter[${name}]=${value}`);
          const wrong = complaint(reply);
          if (wrong || ![200, 422].includes(reply.status))
            found.push(`${list}?filter[${name}]=${value}: ${reply.status} ${wrong ?? ''}`);
        }
    }
    expect(found).toEqual([]);
  }, 300_000);

  it('in a search, a draft’s address or a header is no accident either', async () => {
    const found: string[] = [];
    const intake = await app.as('intake');
    const paths = [
      ...['%00', '%ED%A0%80', "'", '%25', '_', 'x'.repeat(5_000), '990101201503150011'].map(
        (q) => `/people?q=${q}`,
      ),
      '/people?q=a&q=b',
      '/people?q[a]=b',
      '/people',
      ...['%00', 'A', 'x'.repeat(41), '__proto__', '..'].map((kind) => `/drafts/${kind}`),
      '/drafts/report?subjectId=1',
      '/drafts/report?subjectId=a&subjectId=b',
      '/drafts/report?subjectId[x]=1',
      '/nosuch',
      '/reports/%',
    ];
    for (const path of paths) {
      const reply = await intake.get<Problem>(path);
      const wrong = complaint(reply);
      if (wrong) found.push(`${path.slice(0, 60)}: ${wrong}`);
    }
    for (const key of ['', 'short', 'x'.repeat(101), 'with space in it', 'ü'.repeat(10)]) {
      const reply = await intake.call<Problem>('POST', '/reports', '{}', {
        headers: { 'idempotency-key': key },
      });
      if (complaint(reply) || reply.status !== 400) found.push(`Idempotency-Key ${key}: ${reply.status}`);
    }
    for (const ifMatch of ['*', 'v1', '"v"', '"v99999999999"', '"1"', 'x'.repeat(2_000)]) {
      const reply = await intake.patch<Problem>(`/people/${personId}`, {}, { ifMatch });
      if (complaint(reply) || ![412, 428].includes(reply.status))
        found.push(`If-Match ${ifMatch}: ${reply.status}`);
    }
    expect(found).toEqual([]);
  });

  it('at the sign-in is answered alike, and opens nothing', async () => {
    const found: string[] = [];
    for (const field of ['username', 'password', 'otp'] as const) {
      for (const [name, value] of Object.entries(WRONG)) {
        // Five failures a quarter of an hour is all one account has; an invented one costs nobody anything.
        const sound = { username: `nobody-${name.length}-${field}`, password: 'wrong-password' };
        const reply = await app.anyone.call<Problem>('POST', '/session', bodyWith(sound, field, value), {});
        const refused = reply.status === 401 || reply.status === 429;
        const wrong = refused ? undefined : complaint(reply, field);
        if (wrong || reply.status < 400) found.push(`${field} = ${name}: ${reply.status} ${wrong ?? ''}`);
      }
    }
    expect(found).toEqual([]);
    const still = await app.anyone.call(
      'POST',
      '/session',
      { username: ACCOUNTS.teacher, password: PASSWORD },
      {},
    );
    expect(still.status).toBe(200);
  });
});
