import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { systemContext, newId } from '@tonghu/backend/kernel';
import { ACTION_LABELS, CASE_ACTION_PERMISSIONS, caseWorkflow } from '@tonghu/backend/casefile';
import { agencyNoticeWorkflow, workOrderWorkflow } from '@tonghu/backend/desk/coordination';
import { reportLogName, reportWorkflow } from '@tonghu/backend/desk/intake';
import { AppDatabase } from '@tonghu/backend/platform/database';
import { HandlerRegistry, Outbox } from '@tonghu/backend/platform/outbox';
import { type Permission, PERMISSIONS } from '@tonghu/backend/support/access';
import {
  CAMPAIGN_ACTIONS,
  campaignSheetWorkflow,
  campaignWorkflow,
  SHEET_ACTIONS,
  WATCH_ACTIONS,
  watchItemWorkflow,
} from '@tonghu/backend/stages/monitoring';
import { operationsOf } from '../integration/api-operations';
import { TestApp } from '../support/test-app';

/** A busy machine is no failure. */
jest.setTimeout(30_000);

const SRC = resolve(__dirname, '../../backend/src');

/** What tables promise, the running application keeps: a route, a right, a message and a label for each action. */
describe('every action of a table', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await TestApp.start();
  }, 60_000);
  afterAll(() => app.stop());

  /** Roles that may call the route of an action; undefined when there is no such route. */
  const rolesOf = (noun: string, action: string): readonly string[] | undefined =>
    operationsOf(app.app).find(
      ({ path, method }) => method === 'POST' && path === `/${noun}/{id}/actions/${action}`,
    )?.roles;

  it.each([...caseWorkflow.actions])('case: %s has a route, for the roles its permission names', (action) => {
    const permission: Permission = CASE_ACTION_PERMISSIONS[action];
    expect(rolesOf('cases', action)).toEqual(PERMISSIONS[permission]);
    expect(PERMISSIONS[permission].length).toBeGreaterThan(0);
  });

  it.each([...workOrderWorkflow.actions])('work order: %s has a route with roles', (action) => {
    expect(rolesOf('work-orders', action)?.length).toBeGreaterThan(0);
  });

  it.each([...agencyNoticeWorkflow.actions].filter((action) => action !== 'withdraw'))(
    'notice to an agency: %s has a route with roles',
    // It is withdrawn by an exclusion alone.
    (action) => {
      expect(rolesOf('agency-notices', action)?.length).toBeGreaterThan(0);
    },
  );

  it.each([...reportWorkflow.actions])('report: %s has a route with roles', (action) => {
    // One route serves two actions: the stage of an answer decides, and whether every child of a triage joins a case.
    const shared: Readonly<Record<string, string>> = { conclude: 'feedback', 'link-case': 'triage' };
    expect(rolesOf('reports', shared[action] ?? action)?.length).toBeGreaterThan(0);
  });

  it.each([...watchItemWorkflow.actions])(
    'watched child: %s has a route for the roles its permission names, and a declared message',
    (action) => {
      expect(rolesOf('watch-items', action)).toEqual(PERMISSIONS[WATCH_ACTIONS[action].permission]);
      expect(isDeclared(app.app.get(HandlerRegistry), `watch.${action}`)).toBe(true);
    },
  );

  it.each([...campaignWorkflow.actions])(
    'campaign: %s has a route for the roles its permission names, and a declared message',
    (action) => {
      expect(rolesOf('campaigns', action)).toEqual(PERMISSIONS[CAMPAIGN_ACTIONS[action].permission]);
      expect(isDeclared(app.app.get(HandlerRegistry), `campaign.${action}`)).toBe(true);
    },
  );

  it.each([...campaignSheetWorkflow.actions])(
    'sheet of a campaign: %s has a route for the roles its permission names, and a declared message',
    (action) => {
      expect(rolesOf('campaign-sheets', action)).toEqual(PERMISSIONS[SHEET_ACTIONS[action].permission]);
      expect(isDeclared(app.app.get(HandlerRegistry), `campaign.sheet.${action}`)).toBe(true);
    },
  );

  it('and no route acts on a noun without standing in its table', () => {
    const tables: Readonly<Record<string, readonly string[]>> = {
      cases: caseWorkflow.actions,
      'work-orders': workOrderWorkflow.actions,
      reports: reportWorkflow.actions,
      'agency-notices': agencyNoticeWorkflow.actions,
      'watch-items': watchItemWorkflow.actions,
      campaigns: campaignWorkflow.actions,
      'campaign-sheets': campaignSheetWorkflow.actions,
    };
    const stray = operationsOf(app.app).flatMap(({ path }) => {
      const [, noun, , , action] = path.split('/');
      if (noun === undefined || action === undefined || tables[noun] === undefined) return [];
      return tables[noun].includes(action) ? [] : [path];
    });
    expect(stray).toEqual([]);
  });

  it('that is logged sends a declared message and has a label in the timeline, and no label is for nothing', () => {
    const registry = app.app.get(HandlerRegistry);
    const names = loggedNames();
    expect(names.filter((name) => !isDeclared(registry, name))).toEqual([]);
    const labels = Object.keys(ACTION_LABELS).filter((name) => !name.startsWith('deadline.'));
    expect(names).toEqual(labels.sort());
    expect(isDeclared(registry, 'report.lost')).toBe(false);
  });

  it('that would send an undeclared message fails before anything is committed', async () => {
    const [before] = await app.owner.query<{ n: number }[]>('SELECT count(*)::int AS n FROM outbox_message');
    const attempt = app.app.get(AppDatabase).inTransaction(systemContext('990101', 'test'), (tx) => {
      app.app.get(Outbox).add(tx, { name: 'report.lost', subjectId: newId(), payload: {} });
      return Promise.resolve();
    });
    await expect(attempt).rejects.toThrow('"report.lost" is not declared');
    expect(await app.owner.query('SELECT count(*)::int AS n FROM outbox_message')).toEqual([before]);
  });

  /** Names that reach the action log, read from the places that write them; those of the case and report tables are made of their actions. */
  function loggedNames(): string[] {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
    );
    const found = files.flatMap((file) => {
      const code = readFileSync(join(SRC, file), 'utf8');
      return [
        ...[...code.matchAll(/log\.record\(tx, \{\s*action: '([^']+)'/g)].map((match) => match[1] ?? ''),
        ...[...code.matchAll(/this\.act\(\s*ctx,\s*id,[^;{]*?,\s*'((?:report|order)\.[a-z-]+)'/g)].map(
          (match) => match[1] ?? '',
        ),
        ...[...(/LOG_NAMES = \{([^}]+)\}/.exec(code)?.[1] ?? '').matchAll(/: '([^']+)'/g)].map(
          (match) => match[1] ?? '',
        ),
      ];
    });
    const ofTables = [
      ...caseWorkflow.actions.map((action) => `case.${action}`),
      ...reportWorkflow.actions.map(reportLogName),
    ];
    return [...new Set([...found, ...ofTables])].sort();
  }
});

describe('a module that hands out work nobody does', () => {
  it('with a message nobody declares does not start', async () => {
    await expect(boot(['report.lost'], [])).rejects.toThrow('wants "report.lost", which no module declares');
  });

  it('with a declared message nobody handles does not start', async () => {
    await expect(boot([], ['report.orphan'])).rejects.toThrow('"report.orphan" has no handler');
  });

  it('starts when both ends meet', async () => {
    const context = await boot(['report.met'], ['report.met']);
    await context.close();
  });

  function boot(handled: readonly string[], declared: readonly string[]) {
    @Injectable()
    class Room implements OnModuleInit {
      constructor(private readonly registry: HandlerRegistry) {}

      onModuleInit(): void {
        this.registry.declare(...declared);
        if (handled.length > 0)
          this.registry.register({ name: 'room', messages: handled, handle: () => Promise.resolve() });
      }
    }
    @Module({ providers: [HandlerRegistry, Room] })
    class House {}
    return NestFactory.createApplicationContext(House, { logger: false, abortOnError: false });
  }
});

function isDeclared(registry: HandlerRegistry, name: string): boolean {
  try {
    registry.handlersOf(name);
    return true;
  } catch {
    return false;
  }
}
