import { followUpErrors, type FollowUpForm, followUpsFor, followUpVariant } from './follow-up.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const form = (part: Partial<FollowUpForm> = {}): FollowUpForm => ({
  followedAt: '2026-03-02T07:00:00Z',
  seenChild: true,
  spokeAlone: true,
  state: 'good',
  advice: 'continue',
  childOpinion: '上学很开心',
  ...part,
});

describe('跟踪回访 (DL-046)', () => {
  it('follows a closing six times, unless the child is no longer this district’s to follow', () => {
    for (const reason of ['GOALS_MET', 'LOW_RISK', 'LONG_TERM_CUSTODY', 'OTHER'])
      expect(followUpsFor(reason)).toBe(6);
    for (const reason of ['DIED', 'MOVED', 'TURNED_18', 'ADOPTED', 'NO_SUCH_REASON'])
      expect(followUpsFor(reason)).toBe(0);
  });

  it('takes the rule’s usual number first, then its further ones, and knows its end', () => {
    expect([1, 2, 3, 6, 7].map(followUpVariant)).toEqual([
      null,
      '第二次回访',
      '其后每次回访',
      '其后每次回访',
      undefined,
    ]);
  });

  it('is complete when the child was seen and heard', () => {
    expect(followUpErrors(form(), NOW)).toEqual({});
  });

  it.each<[string, Partial<FollowUpForm>, string[]]>([
    ['a visit in the future', { followedAt: '2026-03-02T09:00:00Z' }, ['followedAt']],
    ['a child that was seen and not heard', { childOpinion: ' ' }, ['childOpinion']],
    ['danger that leads nowhere', { state: 'danger', problems: '有新伤' }, ['advice']],
    ['something to watch that nobody describes', { state: 'watch' }, ['problems']],
    [
      'a child nobody saw who is well',
      { seenChild: false, spokeAlone: false, problems: '去了外婆家' },
      ['state'],
    ],
    [
      'a child nobody saw, without a word where it is',
      { seenChild: false, spokeAlone: true, state: 'watch' },
      ['problems', 'spokeAlone'],
    ],
  ])('refuses %s', (_what, part, fields) => {
    expect(Object.keys(followUpErrors(form(part), NOW)).sort()).toEqual(fields);
  });

  it('lets a follow-up without the child be recorded, with where the child is', () => {
    const unseen = form({
      seenChild: false,
      spokeAlone: false,
      state: 'watch',
      problems: '全家外出，电话不通',
    });
    expect(followUpErrors({ ...unseen, childOpinion: '' }, NOW)).toEqual({});
  });
});
