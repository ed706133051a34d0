import 'reflect-metadata';
import { MetadataScanner } from '@nestjs/core';
import { PATH_METADATA } from '@nestjs/common/constants';
import { ACCESS_RULE, type AccessRule } from '@tonghu/backend/support/access';
import { openApiDocument } from '@tonghu/backend/app';
import { TestApp } from '../support/test-app';

/** Routes that need no sign-in; a new one is reviewed here. */
const PUBLIC = [
  'DemoController.accounts',
  'HealthController.live',
  'HealthController.ready',
  'MetricsController.metrics',
  'SessionController.signIn',
  'SessionController.signOut',
];

describe('routes', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  }, 60_000);
  afterAll(() => app.stop());

  const routes = (): { name: string; rule: AccessRule | undefined }[] => {
    const { container } = app.app as unknown as {
      container: { getModules(): Map<string, { controllers: Map<unknown, { instance: object }> }> };
    };
    const modules = container.getModules();
    const scanner = new MetadataScanner();
    return [...modules.values()].flatMap(({ controllers }) =>
      [...controllers.values()].flatMap(({ instance }) =>
        scanner.getAllMethodNames(Object.getPrototypeOf(instance) as object).flatMap((method) => {
          const handler = (instance as Record<string, object>)[method];
          if (!handler || Reflect.getMetadata(PATH_METADATA, handler) === undefined) return [];
          return [
            {
              name: `${instance.constructor.name}.${method}`,
              rule: Reflect.getMetadata(ACCESS_RULE, handler) as AccessRule | undefined,
            },
          ];
        }),
      ),
    );
  };

  it('all have an access rule, and the public ones are the reviewed ones', () => {
    const all = routes();
    expect(all.length).toBeGreaterThan(40);
    expect(all.filter(({ rule }) => rule === undefined).map(({ name }) => name)).toEqual([]);
    expect(
      all
        .filter(({ rule }) => rule && 'anyone' in rule)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(PUBLIC);
  });

  const operations = (): { method: string; path: string }[] =>
    Object.entries(openApiDocument(app.app).paths).flatMap(([path, item]) =>
      (['get', 'post', 'put', 'patch', 'delete'] as const).flatMap((method) =>
        item[method] ? [{ method: method.toUpperCase(), path }] : [],
      ),
    );

  it('answer 401 without a session', async () => {
    const open = ['/api/v1/session', '/api/v1/demo/accounts', '/health/live', '/health/ready', '/metrics'];
    for (const { method, path } of operations().filter((operation) => !open.includes(operation.path))) {
      const reply = await app.anyone.call(
        method,
        path.replace('/api/v1', '').replace(/\{\w+\}/g, '01900000-0000-7000-8000-000000000000'),
        method === 'GET' ? undefined : {},
        { key: 'a-key-of-a-stranger' },
      );
      expect(`${method} ${path} ${reply.status}`).toBe(`${method} ${path} 401`);
    }
  });

  it('refuse writes from a foreign page, and a POST without Idempotency-Key', async () => {
    const teacher = await app.as('teacher');
    const foreign = await teacher.post<{ code: string }>(
      '/reports',
      {},
      { headers: { origin: 'https://evil.example' } },
    );
    expect([foreign.status, foreign.body.code]).toEqual([403, 'FOREIGN_ORIGIN']);
    const unkeyed = await teacher.call<{ code: string }>('POST', '/reports', {}, {});
    expect([unkeyed.status, unkeyed.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_REQUIRED']);
  });

  it('lock an account after five wrong passwords without saying which part was wrong', async () => {
    const attempt = (username: string, password: string) =>
      app.anyone.call<{ title: string; detail: string }>('POST', '/session', { username, password }, {});
    const unknown = await attempt('nobody-here', 'wrong-password');
    const wrong = await attempt('shegong', 'wrong-password');
    expect([unknown.status, unknown.body.detail]).toEqual([wrong.status, wrong.body.detail]);
    for (let i = 0; i < 4; i += 1) await attempt('shegong', 'wrong-password');
    expect((await attempt('shegong', 'Demo-2026-tonghu')).status).toBe(429);
  });
});
