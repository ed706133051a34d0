import type { HomeNextResponse } from './dto/home.response';
import { cardLink, CARDS, countQuery } from './home-cards';
import { pickNext } from './home-next';

describe('cards', () => {
  const all = Object.values(CARDS).flat();

  it('count with filters their list offers', () => {
    for (const card of all) expect(countQuery(card).sql).toContain('LIMIT 101');
    expect(() => countQuery({ key: 'x', label: '', list: 'reports', filter: { phase: 'open' } })).toThrow(
      'no filter phase',
    );
  });

  it('name the visibility rule in every count and bind every value', () => {
    const { sql, params } = countQuery({
      key: 'x',
      label: '',
      list: 'work-orders',
      filter: { state: 'issued', box: 'mine' },
    });
    expect(sql).toContain('can_see_work_order(x.agency_id, x.case_id)');
    expect(sql).toContain('x.state = $1::text');
    expect(sql).toContain(`$2::text = 'mine'`);
    expect(params).toEqual(['issued', 'mine']);
  });

  it('link to the list with the same filter', () => {
    expect(cardLink({ list: 'work-orders', filter: { state: 'issued' } })).toBe(
      '/work-orders?filter=%7B%22state%22%3A%22issued%22%7D',
    );
  });
});

describe('pickNext', () => {
  const item = (link: string, part: Partial<HomeNextResponse>): HomeNextResponse => ({
    key: link,
    title: link,
    number: null,
    urgency: null,
    dueAt: null,
    overdue: false,
    link,
    ...part,
  });

  it('puts the overdue first, then the urgent, then the soonest', () => {
    const picked = pickNext([
      item('later', { urgency: 'U1', dueAt: '2026-02-01' }),
      item('sooner', { urgency: 'U1', dueAt: '2026-01-01' }),
      item('none', {}),
      item('urgent', { urgency: 'U0' }),
      item('overdue', { urgency: 'U3', overdue: true }),
    ]);
    expect(picked.map(({ link }) => link)).toEqual(['overdue', 'urgent', 'sooner', 'later', 'none']);
  });

  it('shows a record once and at most eight', () => {
    expect(pickNext([item('a', { urgency: 'U3' }), item('a', { urgency: 'U0' })])).toHaveLength(1);
    expect(pickNext(Array.from({ length: 20 }, (_, index) => item(String(index), {})))).toHaveLength(8);
  });
});
