import { ActionRefused } from '../kernel';
import { ACTION_LABELS } from './case-action-labels';
import { CASE_ACTION_PERMISSIONS } from './case.policy';
import {
  CASE_PHASES,
  type CaseActionName,
  type CaseFacts,
  type CasePhase,
  caseWorkflow,
} from './case.workflow';

/** Facts under which every guard that can be met at once is met. */
const READY: CaseFacts = {
  openStages: ['assistance'],
  latestSafetyDecision: 'safe',
  safetyChecks: 1,
  latestRisk: 'low',
  plans: 1,
  openServices: 0,
  openOrders: 0,
  triageFeedbackGiven: true,
  policePending: false,
  closingReason: 'GOALS_MET',
  closingRequestedBy: 'someone-else',
  actorId: 'me',
};
const EMERGENCY: CaseFacts = { ...READY, openStages: ['emergency', 'assistance'] };

/** Action → [facts that allow it, phase → phase after]. Every pair that is not here is illegal. */
const LEGAL: Record<CaseActionName, readonly [CaseFacts, Partial<Record<CasePhase, CasePhase>>]> = {
  assign: [READY, { open: 'open' }],
  'open-emergency': [READY, { open: 'open', closing: 'open' }],
  'record-safety-check': [EMERGENCY, { open: 'open' }],
  'end-emergency': [EMERGENCY, { open: 'open' }],
  assess: [READY, { open: 'open' }],
  'make-plan': [READY, { open: 'open' }],
  'complete-service': [{ ...READY, openServices: 1 }, { open: 'open' }],
  'record-visit': [READY, { open: 'open', closing: 'closing' }],
  'request-closing': [READY, { open: 'closing' }],
  'sign-closing': [READY, { closing: 'closed' }],
  'return-closing': [READY, { closing: 'open' }],
};
const PHASES = Object.keys(CASE_PHASES) as CasePhase[];
const PAIRS = caseWorkflow.actions.flatMap((action) => PHASES.map((phase) => [action, phase] as const));

describe('the case table', () => {
  it.each(PAIRS)('%s in phase %s', (action, phase) => {
    const [facts, moves] = LEGAL[action];
    const after = moves[phase];
    if (after === undefined) expect(() => caseWorkflow.next(action, phase, facts)).toThrow(ActionRefused);
    else expect(caseWorkflow.next(action, phase, facts)).toBe(after);
  });

  it.each<[CaseActionName, CasePhase, Partial<CaseFacts>, RegExp]>([
    ['open-emergency', 'open', { openStages: ['emergency'] }, /已经启动/],
    ['record-safety-check', 'open', { openStages: [] }, /没有启动/],
    ['end-emergency', 'open', { openStages: [] }, /没有启动/],
    ['end-emergency', 'open', { openStages: ['emergency'], latestSafetyDecision: null }, /见到孩子/],
    ['end-emergency', 'open', { openStages: ['emergency'], latestSafetyDecision: 'unsafe' }, /不安全/],
    ['assess', 'open', { openStages: ['emergency'], safetyChecks: 0 }, /安全核查/],
    ['make-plan', 'open', { latestRisk: null }, /先完成评估/],
    ['complete-service', 'open', { openServices: 0 }, /没有待完成/],
    ['request-closing', 'open', { openStages: ['emergency'] }, /应急/],
    ['request-closing', 'open', { latestRisk: null }, /评估/],
    ['request-closing', 'open', { openOrders: 2 }, /2 张协办单/],
    ['request-closing', 'open', { openServices: 3 }, /3 项帮扶服务/],
    ['request-closing', 'open', { policePending: true }, /报警/],
    ['sign-closing', 'closing', { closingRequestedBy: 'me' }, /另一个人/],
    ['sign-closing', 'closing', { triageFeedbackGiven: false }, /反馈/],
    ['sign-closing', 'closing', { latestRisk: 'medium' }, /不是「低」/],
    ['sign-closing', 'closing', { openOrders: 1 }, /协办单/],
  ])('%s in phase %s is refused with a reason when %j', (action, phase, facts, reason) => {
    expect(() => caseWorkflow.next(action, phase, { ...READY, ...facts })).toThrow(
      expect.objectContaining({ detail: expect.stringMatching(reason) as string }) as Error,
    );
  });

  it('a child who turned 18, moved or died leaves without a low risk', () => {
    for (const closingReason of ['TURNED_18', 'MOVED', 'DIED']) {
      expect(
        caseWorkflow.next('sign-closing', 'closing', { ...READY, latestRisk: 'high', closingReason }),
      ).toBe('closed');
    }
  });

  it('offers nothing on a closed case', () => {
    expect(caseWorkflow.allowed('closed', READY)).toEqual([]);
  });

  it.each(caseWorkflow.actions)('%s has a permission and a label in the timeline', (action) => {
    expect(CASE_ACTION_PERMISSIONS[action]).toMatch(/^case\./);
    expect(ACTION_LABELS[`case.${action}`]).toMatch(/\p{Script=Han}/u);
  });
});
