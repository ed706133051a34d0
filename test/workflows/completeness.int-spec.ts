import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { systemContext, newId } from '@tonghu/backend/kernel';
import { ACTION_LABELS, caseWorkflow } from '@tonghu/backend/casefile';
import { reportLogName, reportWorkflow } from '@tonghu/backend/desk/intake';
import { AppDatabase } from '@tonghu/backend/platform/database';
import { HandlerRegistry, Outbox } from '@tonghu/backend/platform/outbox';
import { WorkflowRegistry } from '@tonghu/backend/support/workflows';
import {
  campaignSheetWorkflow,
  campaignWorkflow,
  watchItemWorkflow,
} from '@tonghu/backend/stages/monitoring';
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

  it('stands in a sound table: checked at the start, and no table is forgotten', () => {
    const checked = app.app.get(WorkflowRegistry).tables.map(({ workflow }) => workflow.definition.name);
    const built = sourceFiles().flatMap((code) =>
      [...code.matchAll(/new Workflow\(\{\s*name: '([^']+)'/g)].map((match) => match[1] ?? ''),
    );
    expect([...checked].sort()).toEqual(built.sort());
    expect(checked).toHaveLength(9);
  });

  it.each([
    ...watchItemWorkflow.actions.map((action) => `watch.${action}`),
    ...campaignWorkflow.actions.map((action) => `campaign.${action}`),
    ...campaignSheetWorkflow.actions.map((action) => `campaign.sheet.${action}`),
  ])('%s has a declared message', (name) => {
    expect(isDeclared(app.app.get(HandlerRegistry), name)).toBe(true);
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
    const found = sourceFiles().flatMap((code) => [
      ...[...code.matchAll(/log\.record\(tx, \{\s*action: '([^']+)'/g)].map((match) => match[1] ?? ''),
      ...[...code.matchAll(/this\.act\(\s*ctx,\s*id,[^;{]*?,\s*'((?:report|order)\.[a-z-]+)'/g)].map(
        (match) => match[1] ?? '',
      ),
      ...[...(/LOG_NAMES = \{([^}]+)\}/.exec(code)?.[1] ?? '').matchAll(/: '([^']+)'/g)].map(
        (match) => match[1] ?? '',
      ),
    ]);
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

function sourceFiles(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .map((file) => readFileSync(join(SRC, file), 'utf8'));
}

function isDeclared(registry: HandlerRegistry, name: string): boolean {
  try {
    registry.handlersOf(name);
    return true;
  } catch {
    return false;
  }
}
