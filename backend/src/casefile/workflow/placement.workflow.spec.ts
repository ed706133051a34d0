import {
  type CaseActionName,
  type CaseFacts,
  type CasePhase,
  caseWorkflow,
  NO_CASE_FACTS,
} from '../case.workflow';

const refusal = (words: RegExp): Error =>
  expect.objectContaining({ detail: expect.stringMatching(words) as string }) as Error;
const next = (action: CaseActionName, facts: Partial<CaseFacts>, phase: CasePhase = 'open'): CasePhase =>
  caseWorkflow.next(action, phase, { ...NO_CASE_FACTS, actorId: 'me', ...facts });

const [BEFORE, SINCE, AFTER] = [
  '2026-03-01T00:00:00.000Z',
  '2026-03-02T00:00:00.000Z',
  '2026-03-03T00:00:00.000Z',
];
const HOME: Partial<CaseFacts> = {
  openPlacements: 1,
  placedSince: SINCE,
  conferenceForReturn: true,
  conferenceConcludedAt: AFTER,
  returnNotified: true,
};
const LONG: Partial<CaseFacts> = {
  custodyRunning: true,
  custodyDays: 366,
  custodySince: SINCE,
  conferenceConcludedAt: AFTER,
};
const DANGER: Partial<CaseFacts> = {
  openStages: ['emergency'],
  safetyChecks: 1,
  latestSafetyDecision: 'unsafe',
};

describe('the guards of care', () => {
  it.each<[CaseActionName, Partial<CaseFacts>, RegExp]>([
    ['place-child', { medicalPending: true }, /先医后置/],
    ['place-child', { openPlacements: 1 }, /变更安置/],
    ['move-placement', { openPlacements: 1, medicalPending: true }, /先医后置/],
    ['move-placement', {}, /没有安置/],
    ['review-placement', {}, /没有安置/],
    ['end-placement', {}, /没有安置/],
    ['decide-custody', { custodyRunning: true }, /正在进行/],
    ['end-custody', {}, /没有正在进行/],
    ['extend-custody', { conferenceConcludedAt: AFTER }, /没有正在进行/],
    ['extend-custody', { ...LONG, custodyDays: 329 }, /第 329 天/],
    ['extend-custody', { ...LONG, conferenceConcludedAt: null }, /会商/],
    ['extend-custody', { ...LONG, conferenceConcludedAt: BEFORE }, /会商/],
    ['notify-return', { ...HOME, openPlacements: 0 }, /没有安置/],
    ['notify-return', { ...HOME, conferenceForReturn: false }, /会商结论/],
    ['notify-return', { ...HOME, conferenceConcludedAt: BEFORE }, /会商结论/],
    ['return-home', { ...HOME, openPlacements: 0 }, /没有安置/],
    ['return-home', { ...HOME, returnNotified: false }, /先通知/],
    // A later conference that concluded otherwise takes the way home away again.
    ['return-home', { ...HOME, conferenceForReturn: false }, /会商结论/],
    ['record-police-report', {}, /没有等待/],
    ['end-emergency', { ...DANGER }, /得到安置/],
    ['end-emergency', { ...DANGER, latestSafetyDecision: 'safe', medicalPending: true }, /就医/],
  ])('%s is refused when %j', (action, facts, reason) => {
    expect(() => next(action, facts)).toThrow(refusal(reason));
  });

  it('let a child home once a conference said so and the guardian was told', () => {
    expect(next('return-home', HOME)).toBe('open');
  });

  it('let a custody go on after a year with a conference, and never end it by themselves', () => {
    expect(next('extend-custody', LONG)).toBe('open');
    expect(next('review-placement', { ...LONG, openPlacements: 1 })).toBe('open');
  });

  it('end an emergency that found danger only when the child has a place to stay', () => {
    expect(next('end-emergency', { ...DANGER, openPlacements: 1 })).toBe('open');
  });

  it('keep care going after the case is closed, and end it when the child died', () => {
    for (const phase of ['closed', 'follow_up'] as const)
      expect(next('review-placement', { openPlacements: 1 }, phase)).toBe(phase);
    expect(next('end-placement', { openPlacements: 1 }, 'frozen')).toBe('frozen');
  });
});
