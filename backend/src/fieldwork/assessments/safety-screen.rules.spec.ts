import { type Answer, type Answers, scoreScreen, screenErrors } from './safety-screen.rules';

const ITEMS = [
  { code: 'INJURY', ifYes: 'U0' },
  { code: 'ALONE', ifYes: 'U1' },
  { code: 'SCHOOL', ifYes: 'U2' },
  { code: 'FOOD', ifYes: 'U1' },
] as const;
const CODES = ITEMS.map(({ code }) => code);
const all = (answer: Answer, part: Answers = {}): Answers => ({
  ...Object.fromEntries(CODES.map((code) => [code, answer])),
  ...part,
});

describe('safety screen, form A', () => {
  it.each<[string, Answers, string, string | null]>([
    ['all no', all('no'), 'low', null],
    ['a yes that means danger at once', all('no', { INJURY: 'yes' }), 'high', 'U0'],
    ['a yes that means danger soon', all('no', { ALONE: 'yes' }), 'high', 'U1'],
    ['the most urgent yes counts', all('yes'), 'high', 'U0'],
    ['a yes of less urgency alone', all('no', { SCHOOL: 'yes' }), 'low', 'U2'],
    ['two unknown', all('no', { INJURY: 'unknown', ALONE: 'unknown' }), 'low', null],
    ['three unknown', all('unknown', { FOOD: 'no' }), 'medium', null],
    ['unknown never hides a yes', all('unknown', { FOOD: 'yes' }), 'high', 'U1'],
  ])('%s', (_, answers, level, urgency) => {
    expect(scoreScreen(ITEMS, answers)).toEqual({ level, urgency });
  });

  it('wants every item answered and no other', () => {
    expect(screenErrors(ITEMS, all('no'))).toEqual({});
    expect(
      Object.keys(screenErrors(ITEMS, { INJURY: 'maybe', ALONE: 'no', SCHOOL: 'no', OTHER: 'yes' })).sort(),
    ).toEqual(['answers.FOOD', 'answers.INJURY', 'answers.OTHER']);
  });
});
