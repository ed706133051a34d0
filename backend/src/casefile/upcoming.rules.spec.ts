import { upcomingEntries, type UpcomingParts } from './upcoming.rules';

const NONE: UpcomingParts = { deadlines: null, visits: null, plans: null, services: null, conferences: null };
const clock = {
  id: 'd',
  ruleId: 'DL-042',
  name: '首次见到孩子',
  startAt: '',
  basis: 'suggested',
  basisName: '',
  source: '',
  manner: 'duty',
  overdue: false,
} as const;
const rest = { provisional: false, ownerName: '青石镇', closedAt: null, ladder: [] };

describe('what lies ahead', () => {
  it('is nothing when nothing was loaded', () => {
    expect(upcomingEntries(NONE)).toEqual([]);
  });

  it('lists running clocks and planned days, soonest first', () => {
    const entries = upcomingEntries({
      ...NONE,
      deadlines: [
        { ...clock, ...rest, dueAt: '2026-03-05T01:00:00.000Z', state: 'running' },
        { ...clock, ...rest, id: 'x', dueAt: '2026-03-01T01:00:00.000Z', state: 'done' },
      ],
      services: [
        {
          id: 's',
          planId: 'p',
          supportType: 'PSYCHOLOGY',
          supportTypeName: '心理',
          providerAgencyId: null,
          provider: '社工站',
          dueOn: '2026-03-04',
          state: 'planned',
          stateName: '待开始',
          startedAt: null,
          result: null,
          completedAt: null,
        },
      ],
    });
    expect(entries.map(({ at, label, upcoming }) => [at, label, upcoming])).toEqual([
      ['2026-03-03T16:00:00.000Z', '帮扶服务：心理', true],
      ['2026-03-05T01:00:00.000Z', '时限：首次见到孩子', true],
    ]);
  });
});
