import { VISIT_ITEMS, visitErrors, type VisitForm } from './visit.rules';

const NOW = new Date('2026-03-02T08:00:00Z');
const NORMAL = Object.fromEntries(Object.keys(VISIT_ITEMS).map((code) => [code, { rating: 'normal' }]));
const form = (part: Partial<VisitForm> = {}): VisitForm => ({
  visitedAt: '2026-03-02T07:00:00Z',
  seenChild: true,
  spokeAlone: true,
  items: NORMAL,
  ...part,
});
const fields = (part: Partial<VisitForm>): string[] => Object.keys(visitErrors(form(part), NOW));

describe('a visit (D16)', () => {
  it('is complete with eight items', () => {
    expect(Object.keys(VISIT_ITEMS)).toHaveLength(8);
    expect(fields({ nextDueOn: '2026-03-09' })).toEqual([]);
  });

  it.each<[string, Partial<VisitForm>, string[]]>([
    ['in the future', { visitedAt: '2026-03-02T08:01:00Z' }, ['visitedAt']],
    ['next one in the past', { nextDueOn: '2026-03-01' }, ['nextDueOn']],
    ['spoke alone with a child nobody saw', { seenChild: false, problems: '去亲戚家了' }, ['spokeAlone']],
    ['child not seen, no reason', { seenChild: false, spokeAlone: false }, ['problems']],
    ['an item left out', { items: Object.fromEntries(Object.entries(NORMAL).slice(1)) }, ['items.LIVING']],
    ['an unknown item', { items: { ...NORMAL, OTHER: { rating: 'normal' } } }, ['items.OTHER']],
    ['an unknown rating', { items: { ...NORMAL, MIND: { rating: 'fine' } } }, ['items.MIND.rating']],
    [
      'abnormal without words',
      { items: { ...NORMAL, SAFETY: { rating: 'abnormal', note: ' ' } } },
      ['items.SAFETY.note'],
    ],
    [
      'a note that is no text',
      { items: { ...NORMAL, SAFETY: { rating: 'watch', note: 5 } } },
      ['items.SAFETY.note'],
    ],
    [
      'an unknown field of an item',
      { items: { ...NORMAL, SAFETY: { rating: 'watch', by: 'x' } } },
      ['items.SAFETY'],
    ],
  ])('%s', (_, part, expected) => {
    expect(fields(part)).toEqual(expected);
  });

  it('takes abnormal with words', () => {
    expect(
      fields({ items: { ...NORMAL, HEALTH: { rating: 'abnormal', note: '发烧三天没有就医' } } }),
    ).toEqual([]);
  });
});
