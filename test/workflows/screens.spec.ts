import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { caseWorkflow } from '@tonghu/backend/casefile';
import { agencyNoticeWorkflow, workOrderWorkflow } from '@tonghu/backend/desk/coordination';
import { reportWorkflow } from '@tonghu/backend/desk/intake';
import { transferWorkflow } from '@tonghu/backend/desk/transfers';
import { DUTIES } from '@tonghu/backend/desk/units';
import {
  campaignSheetWorkflow,
  campaignWorkflow,
  watchItemWorkflow,
} from '@tonghu/backend/stages/monitoring';
import ts from 'typescript';

const CONSOLE = resolve(__dirname, '../../admin-ui/src');
const FORMS = join(CONSOLE, 'casefile/forms');
const CAMPAIGNS = join(CONSOLE, 'stages/monitoring/campaigns');
const WATCH = join(CONSOLE, 'stages/monitoring/watch');

/** Keys of every exported `…Forms` object of a source file, read from its syntax: nothing is matched in comments or texts. */
function formEntries(source: string): string[] {
  const file = ts.createSourceFile('forms.tsx', source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  return file.statements.flatMap((statement) => {
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap(({ name, initializer }) => {
      const isForms = ts.isIdentifier(name) && name.text.endsWith('Forms');
      if (!isForms || initializer === undefined || !ts.isObjectLiteralExpression(initializer)) return [];
      return initializer.properties.flatMap(({ name: key }) =>
        key !== undefined && (ts.isIdentifier(key) || ts.isStringLiteral(key)) ? [key.text] : [],
      );
    });
  });
}

const read = (path: string): string => readFileSync(path, 'utf8');
const CASE_FILES = readdirSync(FORMS).filter((name) => name.endsWith('-forms.tsx'));

/** Actions the receiving desk takes; the others follow the sender's case. */
const RECEIVER = ['accept', 'refuse'];

describe('no transition is out of reach of a screen', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['case', caseWorkflow.actions, CASE_FILES.flatMap((name) => formEntries(read(join(FORMS, name))))],
    [
      'report',
      reportWorkflow.actions,
      ['report-forms.tsx', 'road-forms.tsx'].flatMap((name) =>
        formEntries(read(join(CONSOLE, 'desk/intake', name))),
      ),
    ],
    [
      'work order',
      workOrderWorkflow.actions,
      formEntries(read(join(CONSOLE, 'desk/coordination/work-order-forms.tsx'))),
    ],
    [
      'notice to an agency',
      // Opening it reads it, an exclusion withdraws it.
      agencyNoticeWorkflow.actions.filter((action) => action === 'record-told'),
      formEntries(read(join(CONSOLE, 'desk/coordination/notices/agency-notice-forms.tsx'))),
    ],
    [
      'transfer',
      transferWorkflow.actions.filter((action) => RECEIVER.includes(action)),
      formEntries(read(join(CONSOLE, 'desk/transfers/transfer-forms.tsx'))),
    ],
    ['campaign', campaignWorkflow.actions, formEntries(read(join(CAMPAIGNS, 'campaign-forms.tsx')))],
    [
      'sheet of a campaign',
      campaignSheetWorkflow.actions,
      formEntries(read(join(CAMPAIGNS, 'sheet-forms.tsx'))),
    ],
    [
      'unit record',
      Object.values(DUTIES).map(({ action }) => action),
      formEntries(read(join(CONSOLE, 'desk/units/unit-forms.tsx'))),
    ],
    ['watched child', watchItemWorkflow.actions, formEntries(read(join(WATCH, 'watch-forms.tsx')))],
  ])('the %s table: every action has a form, every form is an action', (_noun, actions, forms) => {
    expect([...forms].sort()).toEqual([...actions].sort());
  });

  it('every part of the case forms is joined in the one list the page uses', () => {
    const list = read(join(CONSOLE, 'casefile/case-forms.tsx'));
    for (const name of CASE_FILES)
      expect([name, list.includes(`'./forms/${name.replace('.tsx', '')}'`)]).toEqual([name, true]);
  });

  it('every form with a page of its own has the route of that page', () => {
    const routes = read(join(CONSOLE, 'casefile/index.tsx'));
    const pages = CASE_FILES.flatMap((name) =>
      [...read(join(FORMS, name)).matchAll(/page: \(\{ id \}\) => `\/cases\/\$\{id\}\/([a-z-]+)`/g)].map(
        (match) => match[1] ?? '',
      ),
    );
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => !routes.includes(`path=":id/${page}"`))).toEqual([]);
  });

  it('every form of a watched child with a page of its own has the route of that page', () => {
    const routes = read(join(WATCH, 'index.tsx'));
    const pages = [...read(join(WATCH, 'watch-forms.tsx')).matchAll(/page: page\('([a-z-]+)'\)/g)].map(
      (match) => match[1] ?? '',
    );
    expect(pages.length).toBeGreaterThan(5);
    expect(pages.filter((page) => !routes.includes(`path=":id/${page}"`))).toEqual([]);
  });

  it('is read from the syntax: a key in a comment, a text or another object counts for nothing', () => {
    const source = `
      // 'in-comment': {}
      export const aForms: X = { one: {}, 'two-words': { defaults: () => ({ inner: 1 }) } };
      export const other = { three: {} };
      const text = "export const bForms = { four: {} }";`;
    expect(formEntries(source)).toEqual(['one', 'two-words']);
  });
});
