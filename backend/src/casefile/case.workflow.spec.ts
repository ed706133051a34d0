import { ACTION_LABELS } from './case-action-labels';
import { CASE_ACTION_PERMISSIONS } from './case.policy';
import {
  type CaseActionName,
  type CaseFacts,
  type CasePhase,
  caseWorkflow,
  NO_CASE_FACTS,
} from './case.workflow';

/** Facts under which every guard that can be met at once is met. The table itself is read aloud in test/workflows. */
const READY: CaseFacts = {
  ...NO_CASE_FACTS,
  openStages: ['assistance'],
  latestSafetyDecision: 'safe',
  safetyChecks: 1,
  latestRisk: 'low',
  plans: 1,
  triageFeedbackGiven: true,
  closingReason: 'GOALS_MET',
  closingRequestedBy: 'someone-else',
  actorId: 'me',
};

const refusal = (words: RegExp): Error =>
  expect.objectContaining({ detail: expect.stringMatching(words) as string }) as Error;

describe('the guards of the case table', () => {
  it.each<[CaseActionName, CasePhase, Partial<CaseFacts>, RegExp]>([
    ['issue-order', 'closing', { phase: 'closing' }, /退回结案申请/],
    ['issue-order', 'transferring', { phase: 'transferring', transferState: 'accepted' }, /接收地/],
    ['open-emergency', 'open', { openStages: ['emergency'] }, /已经启动/],
    ['record-safety-check', 'open', { openStages: [] }, /没有启动/],
    ['end-emergency', 'open', { openStages: [] }, /没有启动/],
    ['end-emergency', 'open', { openStages: ['emergency'], latestSafetyDecision: null }, /见到孩子/],
    ['end-emergency', 'open', { openStages: ['emergency'], latestSafetyDecision: 'unsafe' }, /不安全/],
    ['assess', 'open', { openStages: ['emergency'], safetyChecks: 0 }, /安全核查/],
    ['make-plan', 'open', { latestRisk: null }, /先完成评估/],
    ['complete-service', 'open', { openServices: 0 }, /没有待完成/],
    ['cancel-service', 'open', { openServices: 0 }, /没有待完成/],
    ['start-service', 'open', { plannedServices: 0 }, /没有待开始/],
    ['confirm-assessment', 'open', { assessmentProposedBy: null }, /没有等待/],
    ['confirm-assessment', 'open', { assessmentProposedBy: 'me' }, /另一个人/],
    ['request-closing', 'open', { assessmentProposedBy: 'someone-else' }, /等待复核/],
    ['approve-plan', 'open', { planProposedBy: null }, /没有待审核/],
    ['approve-plan', 'open', { planProposedBy: 'me' }, /另一个人/],
    ['return-plan', 'open', { planProposedBy: 'me' }, /另一个人/],
    ['review-plan', 'open', { plans: 0 }, /没有生效/],
    ['request-closing', 'open', { openStages: ['emergency'] }, /应急/],
    ['request-closing', 'open', { latestRisk: null }, /评估/],
    ['request-closing', 'open', { openOrders: 2 }, /2 张协办单/],
    ['request-closing', 'open', { openServices: 3 }, /3 项帮扶服务/],
    ['request-closing', 'open', { policePending: true }, /报警/],
    ['request-closing', 'open', { overdueStatutory: 1 }, /1 项法定时限/],
    ['sign-closing', 'closing', { openPlacements: 1 }, /安置/],
    ['request-closing', 'open', { conferenceOpen: true }, /会商还没有结论/],
    ['request-closing', 'open', { openConferenceTasks: 2 }, /2 项会商任务/],
    ['convene-conference', 'open', { conferenceOpen: true }, /已经召集/],
    ['conclude-conference', 'open', { conferenceOpen: false }, /还没有召集/],
    ['cancel-conference', 'open', { conferenceOpen: false }, /没有待召开/],
    ['complete-task', 'open', { openConferenceTasks: 0 }, /没有待完成/],
    ['sign-closing', 'closing', { closingRequestedBy: 'me' }, /另一个人/],
    ['sign-closing', 'closing', { triageFeedbackGiven: false }, /反馈/],
    ['sign-closing', 'closing', { latestRisk: 'medium' }, /不是「低」/],
    ['sign-closing', 'closing', { openOrders: 1 }, /协办单/],
  ])('%s in phase %s is refused with a reason when %j', (action, phase, facts, reason) => {
    expect(() => caseWorkflow.next(action, phase, { ...READY, ...facts })).toThrow(refusal(reason));
  });

  it('a child who turned 18, moved or died leaves without a low risk', () => {
    for (const closingReason of ['TURNED_18', 'MOVED', 'DIED']) {
      expect(
        caseWorkflow.next('sign-closing', 'closing', { ...READY, latestRisk: 'high', closingReason }),
      ).toBe('closed');
    }
  });

  it('asks about the placement only once a reason is chosen, and lets a child stay for good', () => {
    const placed = { ...READY, openPlacements: 1 };
    expect(caseWorkflow.next('request-closing', 'open', { ...placed, closingReason: null })).toBe('closing');
    for (const closingReason of ['LONG_TERM_CUSTODY', 'ADOPTED'])
      expect(caseWorkflow.next('sign-closing', 'closing', { ...placed, closingReason })).toBe('closed');
  });

  it('waits for the township when a village asked, and for nobody else', () => {
    const asked = { ...READY, closingNeedsEndorsement: true };
    expect(() => caseWorkflow.next('sign-closing', 'closing', asked)).toThrow(refusal(/审核/));
    expect(caseWorkflow.next('endorse-closing', 'closing', asked)).toBe('closing');
    expect(caseWorkflow.next('sign-closing', 'closing', { ...asked, closingEndorsed: true })).toBe('closed');
    expect(() => caseWorkflow.next('endorse-closing', 'closing', READY)).toThrow(refusal(/不需要/));
  });

  it('moves no case before the other side has it', () => {
    const at = (transferState: CaseFacts['transferState']): CaseFacts => ({ ...READY, transferState });
    expect(() => caseWorkflow.next('complete-transfer', 'transferring', at('requested'))).toThrow(
      refusal(/还没有确认/),
    );
    expect(caseWorkflow.next('complete-transfer', 'transferring', at('accepted'))).toBe('closed');
    expect(caseWorkflow.next('withdraw-transfer', 'transferring', at('refused'))).toBe('open');
    expect(() => caseWorkflow.next('withdraw-transfer', 'transferring', at('accepted'))).toThrow(
      refusal(/已经接收/),
    );
  });

  it('offers nothing on an archived case', () => {
    expect(caseWorkflow.allowed('archived', READY)).toEqual([]);
  });

  it.each(caseWorkflow.actions)('%s has a permission and a label in the timeline', (action) => {
    expect(CASE_ACTION_PERMISSIONS[action]).toMatch(/^case\./);
    expect(ACTION_LABELS[`case.${action}`]).toMatch(/\p{Script=Han}/u);
  });
});
