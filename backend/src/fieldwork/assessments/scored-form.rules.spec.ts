import { formErrors, scoreForm } from './scored-form.rules';

const options = (...scores: number[]) =>
  scores.map((score) => ({ value: String(score), score, anchor: `${score}` }));
const ITEMS = ['A', 'B', 'SEVERITY', 'C', 'D']
  .map((code) => ({ code, options: options(0, 1, 2, 3) }))
  .concat({ code: 'GOOD', options: options(-1, 0) });
const SCORING = {
  bands: { medium: 4, high: 8 },
  unknownFrom: 3,
  floors: [
    { item: 'SEVERITY', score: 3, level: 'high' },
    { item: null, score: 3, level: 'medium' },
  ],
} as const;
const NOTHING = { A: '0', B: '0', SEVERITY: '0', C: '0', D: '0', GOOD: '0' };
const score = (answers: Record<string, string>) => scoreForm(ITEMS, SCORING, { ...NOTHING, ...answers });

describe('a scored form (form B)', () => {
  it.each<[string, Record<string, string>, string, number, number]>([
    ['nothing', {}, 'low', 0, 0],
    ['just below a band', { A: '2', B: '1' }, 'low', 3, 3],
    ['the least sum of a band', { A: '2', B: '2' }, 'medium', 4, 4],
    ['the least sum of the highest band', { A: '2', B: '2', C: '2', D: '2' }, 'high', 8, 8],
    ['a protective factor takes one away', { A: '2', B: '2', GOOD: '-1' }, 'low', 3, 3],
    ['one answer that says enough', { SEVERITY: '3' }, 'high', 3, 3],
    ['any worst answer', { C: '3' }, 'medium', 3, 3],
    ['two unknown are shown beside the sum', { A: '2', B: 'unknown', C: 'unknown' }, 'low', 2, 8],
    ['three unknown are a risk of their own', { A: 'unknown', B: 'unknown', C: 'unknown' }, 'medium', 0, 9],
    ['an unknown protection is worth nothing', { A: '1', GOOD: 'unknown' }, 'low', 1, 1],
    ['unknown never lowers', { A: '2', B: '2', C: '2', D: '2', SEVERITY: 'unknown' }, 'high', 8, 11],
  ])('%s', (_, answers, level, sum, upTo) => {
    expect(score(answers)).toEqual({ level, score: sum, upTo });
  });

  it('wants one of its answers for every item, and no other item', () => {
    expect(formErrors(ITEMS, { ...NOTHING, A: 'unknown' })).toEqual({});
    const rest = { SEVERITY: '0', A: '4', B: '-1', GOOD: '1', C: 3, OTHER: '0' };
    expect(Object.keys(formErrors(ITEMS, rest)).sort()).toEqual([
      'answers.A',
      'answers.B',
      'answers.C',
      'answers.D',
      'answers.GOOD',
      'answers.OTHER',
    ]);
  });
});
