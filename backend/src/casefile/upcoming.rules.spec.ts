import { upcomingEntries, type UpcomingParts } from './upcoming.rules';

const NONE: UpcomingParts = {
  deadlines: null,
  visits: null,
  plans: null,
  services: null,
  conferences: null,
  suspensions: null,
  measures: null,
};
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

const planned = {
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
} as const;
const running = { ...clock, ...rest, dueAt: '2026-03-05T01:00:00.000Z', state: 'running' } as const;
const suspension = {
  id: 'r',
  reason: 'LOST_CONTACT',
  reasonName: '失联',
  note: '',
  nextCheckOn: '2026-03-02',
  suspendedByName: null,
  suspendedAt: '',
  endedByName: null,
  endedAt: null,
};

describe('what lies ahead', () => {
  it('is nothing when nothing was loaded', () => {
    expect(upcomingEntries('open', NONE)).toEqual([]);
  });

  it('lists running clocks and planned days, soonest first', () => {
    const entries = upcomingEntries('open', {
      ...NONE,
      deadlines: [running, { ...clock, ...rest, id: 'x', dueAt: '2026-03-01T01:00:00.000Z', state: 'done' }],
      services: [planned],
    });
    expect(entries.map(({ at, label, upcoming }) => [at, label, upcoming])).toEqual([
      ['2026-03-03T16:00:00.000Z', '帮扶服务：心理', true],
      ['2026-03-05T01:00:00.000Z', '时限：首次见到孩子', true],
    ]);
  });

  it('is the next look at a case that rests, until somebody takes it up again', () => {
    const labels = (endedAt: string | null): string[] =>
      upcomingEntries('suspended', { ...NONE, suspensions: [{ ...suspension, endedAt }] }).map(
        ({ label }) => label,
      );
    expect(labels(null)).toEqual(['中止期间核查']);
    expect(labels('2026-03-01T00:00:00.000Z')).toEqual([]);
  });

  it('is only what a clock runs for once the case is closed, and nothing when the file is shut', () => {
    const parts = { ...NONE, deadlines: [running], services: [planned] };
    expect(upcomingEntries('follow_up', parts).map(({ id }) => id)).toEqual(['deadline-d']);
    for (const phase of ['frozen', 'archived'] as const) expect(upcomingEntries(phase, parts)).toEqual([]);
  });
});
