import type { HomeNextResponse } from './dto/home.response';
import { caseListRows } from '../../casefile';
import { deadlineListRows } from '../../support/deadlines';
import { noticeListRows } from '../../support/notifications';
import { orderListRows } from '../coordination';
import { reportListRows } from '../intake';
import { ALL_CARDS, cardLink, cardsOf } from './home-cards';
import { headOf } from './home-heads';
import type { RowsOf } from './home-lists';
import { pickNext } from './home-next';

describe('cards', () => {
  it('count rows their lists offer, behind the visibility rule of the list', () => {
    const lists: Readonly<Record<string, [RowsOf, string]>> = {
      reports: [reportListRows, 'can_see_report'],
      'work-orders': [orderListRows, 'can_see_work_order'],
      cases: [caseListRows, 'can_see_case'],
      deadlines: [deadlineListRows, 'can_see_deadline'],
      notices: [noticeListRows, 'can_see_notice'],
    };
    for (const { list, filter } of ALL_CARDS) {
      const known = lists[list];
      if (known === undefined) continue;
      const { where, params } = known[0](filter);
      expect(where).toContain(known[1]);
      expect(params).toEqual(Object.values(filter));
      expect(where).not.toContain('?');
    }
    expect(() => reportListRows({ phase: 'open' })).toThrow('no filter phase');
  });

  it('link to the list with the same filter', () => {
    expect(cardLink({ list: 'work-orders', filter: { state: 'issued' } })).toBe(
      '/work-orders?filter=%7B%22state%22%3A%22issued%22%7D',
    );
  });

  it('never press a court or procuratorate', () => {
    for (const agencyKind of ['court', 'procuratorate']) {
      const words = cardsOf({ role: 'agency_handler', agencyKind }).map(({ label }) => label);
      expect(words.join()).toMatch(/协作函/);
      expect(words.join()).not.toMatch(/协办单|超期|催办|督办|派单/);
    }
  });
});

describe('heads', () => {
  it('name the duty of each organ that co-handles', () => {
    const handlers = [
      'procuratorate',
      'court',
      'education',
      'health',
      'justice',
      'women_federation',
      'disabled_federation',
      'youth_league',
      'social_work',
    ];
    const titles = handlers.map((agencyKind) => headOf({ role: 'agency_handler', agencyKind }).title);
    expect(new Set(titles).size).toBe(handlers.length);
    expect(headOf({ role: 'agency_handler', agencyKind: 'emergency_management' }).title).toBe('今天的工作');
    expect(headOf({ role: 'police_handler', agencyKind: 'police' }).title).toContain('公安');
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

  it('puts what waits already before a clock that still runs', () => {
    const picked = pickNext([
      item('runs', { urgency: 'U1', dueAt: '2026-02-01' }),
      item('waits', { urgency: 'U1' }),
    ]);
    expect(picked.map(({ link }) => link)).toEqual(['waits', 'runs']);
  });

  it('shows a record once and at most eight', () => {
    expect(pickNext([item('a', { urgency: 'U3' }), item('a', { urgency: 'U0' })])).toHaveLength(1);
    expect(pickNext(Array.from({ length: 20 }, (_, index) => item(String(index), {})))).toHaveLength(8);
  });
});
