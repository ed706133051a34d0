import type { Instrument } from '../../support/reference';
import { type EpisodeAssessment, evidenceSince, hasPresentDanger, scoredLevel } from './episode';

const item = (code: string, ifYes: 'U0' | 'U1') => ({ code, question: '', help: '', ifYes, options: null });
const SCREEN: Instrument = {
  code: 'A',
  version: 1,
  title: '',
  intro: '',
  kind: 'screen',
  scoring: null,
  items: [item('WEAPON', 'U0'), item('ALONE', 'U1')],
};
let minute = 0;
const made = (part: Partial<EpisodeAssessment>): EpisodeAssessment => ({
  instrument: 'A',
  answers: {},
  level: 'low',
  state: 'effective',
  assessedBy: 'worker',
  assessedAt: new Date(Date.UTC(2026, 0, 1, 0, (minute += 1))),
  ...part,
});
const danger = { answers: { WEAPON: 'yes' }, level: 'high' } as const;
const calm = { answers: { WEAPON: 'no', ALONE: 'yes' } } as const;

describe('what an episode has found', () => {
  it('is danger when the newest screen says so, in force or not', () => {
    expect(hasPresentDanger([made(danger)], SCREEN)).toBe(true);
    expect(hasPresentDanger([made(calm), made({ ...danger, state: 'proposed' })], SCREEN)).toBe(true);
  });

  it('is danger until a screen without it is in force', () => {
    expect(hasPresentDanger([made(danger), made({ ...calm, state: 'proposed' })], SCREEN)).toBe(true);
    expect(hasPresentDanger([made(danger), made({ ...calm, state: 'rejected' })], SCREEN)).toBe(true);
    expect(hasPresentDanger([made(danger), made({ ...calm, state: 'confirmed' })], SCREEN)).toBe(false);
    expect(hasPresentDanger([made(danger), made({ ...calm, instrument: 'B' })], SCREEN)).toBe(true);
    expect(hasPresentDanger([], SCREEN)).toBe(false);
  });

  it('keeps the level of the newest score that nobody rejected', () => {
    const isScored = (code: string): boolean => code === 'B';
    const score = (part: Partial<EpisodeAssessment>) => made({ instrument: 'B', ...part });
    expect(scoredLevel([made(danger)], isScored)).toBeNull();
    expect(scoredLevel([score({ level: 'medium' }), made(calm)], isScored)).toBe('medium');
    expect(scoredLevel([score({ level: 'high' }), score({ state: 'rejected' })], isScored)).toBe('high');
    expect(scoredLevel([score({ level: 'high' }), score({ state: 'proposed' })], isScored)).toBe('low');
  });

  it('carries a lower urgency only by what is in force and was made since', () => {
    const [before, waiting, after] = [
      made({}),
      made({ state: 'proposed' }),
      made({ state: 'confirmed', level: 'medium' }),
    ];
    const all = [before, waiting, after];
    expect(evidenceSince(all, before.assessedAt)).toEqual({
      level: 'medium',
      assessedBy: 'worker',
      confirmed: true,
    });
    expect(evidenceSince([before, waiting], waiting.assessedAt)).toBeNull();
    expect(evidenceSince([], new Date(0))).toBeNull();
  });
});
