import { reviewErrors } from './review.rules';

const OPEN = ['a', 'b'];
const SOUND = { a: { rating: 'good' }, b: { rating: 'none', note: '家长一直没有时间' } };
const fields = (progress: Record<string, unknown>, voice = { childOpinion: '还想上学' }): string[] =>
  Object.keys(reviewErrors({ progress, ...voice }, OPEN)).sort();

describe('a review of a plan (DL-049)', () => {
  it('looks at every open service', () => {
    expect(fields(SOUND)).toEqual([]);
    expect(fields({ a: SOUND.a })).toEqual(['progress.b.rating']);
  });

  it.each<[string, unknown, string]>([
    ['no rating', {}, 'progress.b.rating'],
    ['an unknown rating', { rating: 'fine' }, 'progress.b.rating'],
    ['no progress without words', { rating: 'none', note: ' ' }, 'progress.b.note'],
    ['a note that is no text', { rating: 'good', note: 5 }, 'progress.b.note'],
    ['an unknown field', { rating: 'good', by: 'x' }, 'progress.b'],
    ['something else than an item', 'good', 'progress.b.rating'],
  ])('refuses %s', (_, item, field) => {
    expect(fields({ ...SOUND, b: item })).toEqual([field]);
  });

  it('takes no service that has ended or is of another case', () => {
    expect(fields({ ...SOUND, c: { rating: 'good' } })).toEqual(['progress.c']);
  });

  it('asks for the child’s opinion or the reason why not (未成年人保护法 4(五))', () => {
    expect(fields(SOUND, { childOpinion: '' })).toEqual(['childOpinion']);
  });
});
