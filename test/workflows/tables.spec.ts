import fc from 'fast-check';
import { ActionRefused } from '@tonghu/backend/kernel';
import { CASE_PHASES, caseWorkflow } from '@tonghu/backend/casefile';
import { agencyNoticeWorkflow, workOrderWorkflow } from '@tonghu/backend/desk/coordination';
import { reportWorkflow } from '@tonghu/backend/desk/intake';
import {
  campaignSheetWorkflow,
  campaignWorkflow,
  watchItemWorkflow,
} from '@tonghu/backend/stages/monitoring';
import { CASE, caseReadyFor, type Expected } from './expected';
import { CAMPAIGN, CAMPAIGN_READY, CAMPAIGN_REFUSALS, SHEET, SHEET_READY } from './expected/campaign';
import { WATCH, WATCH_READY, watchReadyFor } from './expected/watch';

type ReportFacts = Parameters<typeof reportWorkflow.next>[2];
type OrderFacts = Parameters<typeof workOrderWorkflow.next>[2];

/**
 * The tables once more, as a lawyer would read them aloud: action → state before → state after. What is not written here
 * (or in `expected/`, for the parts of the case table) is refused. Changing a table means changing these pages too.
 */
const WHEREVER_A_REPORT_IS = {
  submitted: 'submitted',
  received: 'received',
  screening: 'screening',
  transferring: 'transferring',
  triaged: 'triaged',
  linked: 'linked',
  closed: 'closed',
  screened_out: 'screened_out',
  answered: 'answered',
  duplicate: 'duplicate',
  transferred: 'transferred',
};
const REPORT = {
  receive: { submitted: 'received' },
  triage: { received: 'triaged' },
  'link-case': { received: 'linked' },
  'answer-consult': { received: 'answered' },
  'mark-duplicate': { received: 'duplicate' },
  'propose-screen-out': { received: 'screening' },
  'confirm-screen-out': { screening: 'screened_out' },
  'return-screen-out': { screening: 'received' },
  revive: { screened_out: 'received' },
  'transfer-out': { received: 'transferring' },
  'confirm-transfer': { transferring: 'transferred' },
  'refuse-transfer': { transferring: 'received' },
  // No state blocks the police call, additions or taking back.
  'record-police': WHEREVER_A_REPORT_IS,
  'record-filing': WHEREVER_A_REPORT_IS,
  'record-ticket': WHEREVER_A_REPORT_IS,
  add: WHEREVER_A_REPORT_IS,
  retract: WHEREVER_A_REPORT_IS,
  feedback: {
    triaged: 'triaged',
    linked: 'linked',
    screened_out: 'screened_out',
    answered: 'answered',
    duplicate: 'duplicate',
    transferred: 'transferred',
  },
  conclude: { triaged: 'closed', linked: 'closed' },
  'disclose-reporter': WHEREVER_A_REPORT_IS,
};
const ORDER = {
  accept: { issued: 'accepted' },
  return: { issued: 'returned', accepted: 'returned' },
  finish: { accepted: 'finished' },
  'add-progress': { accepted: 'accepted' },
  'set-expected': { issued: 'issued', accepted: 'accepted' },
  'hand-on': { accepted: 'accepted' },
  'record-on-behalf': { issued: 'issued', accepted: 'accepted' },
  reissue: { returned: 'withdrawn' },
  rule: { returned: 'withdrawn' },
  urge: { issued: 'issued', accepted: 'accepted' },
  supervise: { issued: 'issued', accepted: 'accepted' },
  'ask-again': { issued: 'issued', accepted: 'accepted' },
  'change-lead': { issued: 'issued', accepted: 'accepted' },
  cancel: { issued: 'withdrawn', accepted: 'withdrawn', returned: 'withdrawn' },
};
const AGENCY_NOTICE = {
  // Told by the desk and then seen by itself; nobody reads what was withdrawn.
  read: { sent: 'read', told: 'read' },
  'record-told': { sent: 'told' },
  withdraw: { sent: 'withdrawn', read: 'withdrawn', told: 'withdrawn' },
};

const REPORT_READY: ReportFacts = {
  actorId: 'somebody',
  policeRequired: false,
  policeTold: false,
  authorityTold: false,
  retracted: false,
  openCases: 0,
  proposedBy: 'somebody else',
  consultOnly: true,
};
const ORDER_READY: OrderFacts = {
  refusable: true,
  isLetter: false,
  isLead: false,
  agencyLogsIn: true,
  otherOpenOrder: false,
  refusals: 1,
  ruled: false,
  handedOn: false,
  hasSubordinate: true,
  handedOpen: false,
  atCoordinationBody: true,
};
/** The order as it must be for an action: one that only letters, or only twice refused orders, know. */
const orderReadyFor = (action: string): OrderFacts => ({
  ...ORDER_READY,
  isLetter: action === 'ask-again',
  refusals: action === 'rule' ? 2 : 1,
});
/** A table with its types forgotten, so that one test reads them all. */
interface Table {
  readonly actions: readonly string[];
  readonly definition: {
    readonly initial: readonly string[];
  };
  next(action: string, state: string, facts: unknown): string;
  allowed(state: string, facts: unknown): { action: string; label: string; reason?: string }[];
}

const TABLES: readonly (readonly [
  string,
  Table,
  Readonly<Record<string, string>>,
  Expected,
  (action: string) => unknown,
])[] = [
  ['report', reportWorkflow, reportWorkflow.definition.states, REPORT, () => REPORT_READY],
  ['work order', workOrderWorkflow, workOrderWorkflow.definition.states, ORDER, orderReadyFor],
  [
    'notice to an agency',
    agencyNoticeWorkflow,
    agencyNoticeWorkflow.definition.states,
    AGENCY_NOTICE,
    () => undefined,
  ],
  ['case', caseWorkflow, CASE_PHASES, CASE, caseReadyFor],
  ['watched child', watchItemWorkflow, watchItemWorkflow.definition.states, WATCH, watchReadyFor],
  ['campaign', campaignWorkflow, campaignWorkflow.definition.states, CAMPAIGN, () => CAMPAIGN_READY],
  [
    'sheet of a campaign',
    campaignSheetWorkflow,
    campaignSheetWorkflow.definition.states,
    SHEET,
    () => SHEET_READY,
  ],
];

function refusalOf(work: () => unknown): ActionRefused {
  try {
    work();
  } catch (error) {
    if (error instanceof ActionRefused) return error;
    throw error;
  }
  throw new Error('It was not refused');
}

describe.each(TABLES)('the %s table', (_name, table, states, expected, factsFor) => {
  const pairs = table.actions.flatMap((action) =>
    Object.keys(states).map((state) => [action, state] as const),
  );

  it('knows these actions and no others', () => {
    expect([...table.actions].sort()).toEqual(Object.keys(expected).sort());
  });

  it.each(pairs)('%s when %s', (action, state) => {
    const after = expected[action]?.[state];
    if (after !== undefined) {
      expect(table.next(action, state, factsFor(action))).toBe(after);
      return;
    }
    const refusal = refusalOf(() => table.next(action, state, factsFor(action)));
    expect([refusal.status, refusal.code]).toEqual([409, 'ACTION_REFUSED']);
    // The reason names the state as the screen does.
    expect(refusal.detail).toContain(states[state]);
    const possible = (refusal.extras.possible ?? []).map((item) => item.action).sort();
    const free = table.allowed(state, factsFor(action)).filter(({ reason }) => reason === undefined);
    expect(possible).toEqual(free.map((item) => item.action).sort());
    expect(possible).not.toContain(action);
  });

  it('offers in each state what is legal there', () => {
    for (const state of Object.keys(states)) {
      const legal = Object.keys(expected).filter((action) => expected[action]?.[state] !== undefined);
      const offered = table.allowed(state, factsFor(''));
      expect(offered.map(({ action }) => action).sort()).toEqual(legal.sort());
    }
  });

  it('never leaves the written pages, however long one walks (C03)', () => {
    const walk = fc.array(fc.constantFrom(...table.actions), { maxLength: 30 });
    fc.assert(
      fc.property(walk, (actions) => {
        let state = table.definition.initial[0] ?? '';
        for (const action of actions) {
          const after = expected[action]?.[state];
          if (after === undefined) refusalOf(() => table.next(action, state, factsFor(action)));
          else expect(table.next(action, state, factsFor(action))).toBe(after);
          state = after ?? state;
        }
      }),
      { seed: 20_260_915, numRuns: 500 },
    );
  });
});

describe('guards of the tables', () => {
  it.each<[string, () => unknown, RegExp]>([
    [
      'a second police note',
      () => reportWorkflow.next('record-police', 'triaged', { ...REPORT_READY, policeTold: true }),
      /已经登记/,
    ],
    [
      'a result before the case is closed',
      () => reportWorkflow.next('conclude', 'triaged', { ...REPORT_READY, openCases: 1 }),
      /还没有结案/,
    ],
    [
      'agreeing to file away what one proposed oneself',
      () =>
        reportWorkflow.next('confirm-screen-out', 'screening', { ...REPORT_READY, proposedBy: 'somebody' }),
      /另一个人/,
    ],
    ...(['mark-duplicate', 'propose-screen-out', 'transfer-out'] as const).map(
      (action): [string, () => unknown, RegExp] => [
        `${action} while the police wait to be told`,
        () => reportWorkflow.next(action, 'received', { ...REPORT_READY, policeRequired: true }),
        /先拨打 110/,
      ],
    ),
    [
      'answering as a question what must go to the police',
      () =>
        reportWorkflow.next('answer-consult', 'received', {
          ...REPORT_READY,
          policeRequired: true,
          policeTold: true,
        }),
      /不能作为咨询答复/,
    ],
    [
      'answering as a question what is none',
      () => reportWorkflow.next('answer-consult', 'received', { ...REPORT_READY, consultOnly: false }),
      /不是政策咨询/,
    ],
    [
      'taking back twice',
      () => reportWorkflow.next('retract', 'triaged', { ...REPORT_READY, retracted: true }),
      /已经标注撤回/,
    ],
    [
      'returning what the law makes one’s own',
      () => workOrderWorkflow.next('return', 'issued', { ...ORDER_READY, refusable: false }),
      /不能退回/,
    ],
    [
      'urging a court',
      () => workOrderWorkflow.next('urge', 'issued', { ...ORDER_READY, isLetter: true }),
      /商请/,
    ],
    [
      'sending on twice',
      () => workOrderWorkflow.next('reissue', 'returned', { ...ORDER_READY, otherOpenOrder: true }),
      /其他单位主办/,
    ],
    [
      'supervising a procuratorate',
      () => workOrderWorkflow.next('supervise', 'accepted', { ...ORDER_READY, isLetter: true }),
      /商请/,
    ],
    [
      'sending on what was refused twice',
      () => workOrderWorkflow.next('reissue', 'returned', { ...ORDER_READY, refusals: 2 }),
      /裁定/,
    ],
    [
      'a ruling by anybody but the coordination body',
      () =>
        workOrderWorkflow.next('rule', 'returned', {
          ...ORDER_READY,
          refusals: 2,
          atCoordinationBody: false,
        }),
      /协调机构/,
    ],
    [
      'refusing what was ruled',
      () => workOrderWorkflow.next('return', 'issued', { ...ORDER_READY, ruled: true }),
      /裁定/,
    ],
    [
      'answering before the agency below has',
      () => workOrderWorkflow.next('finish', 'accepted', { ...ORDER_READY, handedOpen: true }),
      /下级单位/,
    ],
    [
      'signing one’s own closing',
      () => caseWorkflow.next('sign-closing', 'closing', { ...caseReadyFor(''), closingRequestedBy: 'me' }),
      /另一个人/,
    ],
    [
      'closing over an open emergency',
      () => caseWorkflow.next('request-closing', 'open', { ...caseReadyFor(''), openStages: ['emergency'] }),
      /应急/,
    ],
    [
      'confirming what oneself proposed',
      () => watchItemWorkflow.next('confirm', 'proposed', { ...WATCH_READY, proposedBy: 'me' }),
      /另一个人/,
    ],
    [
      'a district that passes over its township',
      () => watchItemWorkflow.next('confirm', 'proposed', { ...WATCH_READY, actorPlace: 'district' }),
      /乡镇/,
    ],
    [
      'a township that confirms its own',
      () => watchItemWorkflow.next('confirm', 'proposed', { ...WATCH_READY, confirmPlace: 'district' }),
      /民政/,
    ],
    [
      'taking back what another agency proposed',
      () => watchItemWorkflow.next('withdraw', 'proposed', { ...WATCH_READY, proposedHere: false }),
      /提出的单位/,
    ],
    [
      'a second carer beside the first',
      () => watchItemWorkflow.next('record-care', 'active', WATCH_READY),
      /先结束/,
    ],
    [
      'opening the file of a child that died',
      () => watchItemWorkflow.next('reopen', 'ended', { ...WATCH_READY, died: true }),
      /死亡/,
    ],
    ...CAMPAIGN_REFUSALS,
  ])('refuse %s, with the reason', (_what, work, reason) => {
    expect(refusalOf(work).detail).toMatch(reason);
  });
});
