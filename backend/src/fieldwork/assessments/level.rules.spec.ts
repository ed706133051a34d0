import type { RiskLevel } from '../../casefile';
import { type AssessmentMark, assessmentStates, decideLevel, overrideErrors } from './level.rules';

describe('the level a person decides on', () => {
  it('may differ from the form, with a reason', () => {
    expect(overrideErrors('high', { overrideLevel: 'low' })).toHaveProperty('overrideReason');
    const reason = '伤情为旧伤，已由医院证明';
    expect(overrideErrors('high', { overrideLevel: 'low', overrideReason: reason })).toEqual({});
    expect(overrideErrors('high', { overrideLevel: 'high' })).toEqual({});
    expect(overrideErrors('high', {})).toEqual({});
  });

  type Case = [
    computed: RiskLevel,
    previous: RiskLevel | null,
    override: RiskLevel | undefined,
    proposed: boolean,
    effective: RiskLevel,
  ];
  it.each<Case>([
    ['medium', null, undefined, false, 'medium'],
    ['low', null, 'high', false, 'high'],
    ['high', null, 'medium', true, 'high'],
    ['high', 'low', 'medium', true, 'high'],
    ['high', 'low', undefined, false, 'high'],
    ['low', 'high', undefined, true, 'high'],
    ['low', 'medium', undefined, true, 'medium'],
    ['low', 'medium', 'high', false, 'high'],
    ['medium', 'high', 'low', true, 'high'],
    ['medium', 'medium', undefined, false, 'medium'],
  ])(
    'computed %s, before %s, decided %s: waits %s, holds %s',
    (computed, previous, level, proposed, effective) => {
      const override = level === undefined ? {} : { overrideLevel: level };
      expect(decideLevel(computed, previous, override)).toEqual({
        level: level ?? computed,
        overridden: level !== undefined,
        proposed,
        effective,
      });
    },
  );
});

describe('the assessments of a case', () => {
  const plain: AssessmentMark = { proposed: false, agreed: null };
  const waiting: AssessmentMark = { proposed: true, agreed: null };
  const agreed: AssessmentMark = { proposed: true, agreed: true };
  const refused: AssessmentMark = { proposed: true, agreed: false };

  it.each([
    ['count at once', [plain, plain], ['effective', 'effective']],
    ['wait for a second person', [plain, waiting], ['effective', 'proposed']],
    ['wait no more when a newer one is there', [waiting, plain], ['superseded', 'effective']],
    ['give way to a newer one that waits', [waiting, waiting], ['superseded', 'proposed']],
    ['keep what the second person said', [agreed, refused, plain], ['confirmed', 'rejected', 'effective']],
  ])('%s', (_, marks, states) => {
    expect(assessmentStates(marks)).toEqual(states);
  });
});
