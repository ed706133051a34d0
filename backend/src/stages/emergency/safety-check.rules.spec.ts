import { type SafetyCheckForm, safetyCheckErrors } from './safety-check.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const form = (part: Partial<SafetyCheckForm> = {}): SafetyCheckForm => ({
  arrivedAt: '2026-03-02T07:00:00Z',
  seenChild: true,
  spokeAlone: true,
  decision: 'safe_with_plan',
  childOpinion: '想去外婆家',
  ...part,
});

describe('a safety check (D05)', () => {
  it('is complete when the child was seen and heard', () => {
    expect(safetyCheckErrors(form(), NOW)).toEqual({});
  });

  it.each<[string, Partial<SafetyCheckForm>, string[]]>([
    ['arrival in the future', { arrivedAt: '2026-03-02T09:00:00Z' }, ['arrivedAt']],
    ['child seen but not heard', { childOpinion: '' }, ['childOpinion']],
    ['spoke alone with a child nobody saw', { seenChild: false, decision: 'unsafe' }, ['spokeAlone']],
    [
      'safe without having seen the child',
      { seenChild: false, spokeAlone: false, decision: 'safe' },
      ['decision'],
    ],
    ['safe with a plan without having seen the child', { seenChild: false, spokeAlone: false }, ['decision']],
  ])('%s', (_, part, expected) => {
    expect(Object.keys(safetyCheckErrors(form(part), NOW))).toEqual(expected);
  });

  it('needs no opinion of a child that was not met', () => {
    expect(
      safetyCheckErrors(
        { arrivedAt: '2026-03-02T07:00:00Z', seenChild: false, spokeAlone: false, decision: 'unsafe' },
        NOW,
      ),
    ).toEqual({});
  });
});
