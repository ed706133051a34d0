import { type ConcludeForm, concludeErrors, conveneErrors } from './conference.rules';

/** Saturday, 10 October 2026, 09:00 in China; a working day by 调休. */
const NOW = new Date('2026-10-10T09:00:00+08:00');

describe('calling a conference', () => {
  const seats = [{ agencyId: 'a' }, { name: '外祖母' }];

  it('takes today and later', () => {
    expect(conveneErrors({ meetsAt: '2026-10-10T08:00:00+08:00', participants: seats }, NOW)).toEqual({});
    expect(conveneErrors({ meetsAt: '2026-10-12T10:00:00+08:00', participants: seats }, NOW)).toEqual({});
  });

  it.each(['2026-10-09T23:59:59+08:00', '2027-10-12T09:00:00+08:00'])('refuses %s', (meetsAt) => {
    expect(Object.keys(conveneErrors({ meetsAt, participants: seats }, NOW))).toEqual(['meetsAt']);
  });

  it('has one agency or one person on a seat, and each once', () => {
    const participants = [
      {},
      { agencyId: 'a', name: '某人' },
      { agencyId: 'b' },
      { agencyId: 'b' },
      { name: ' ' },
    ];
    const errors = conveneErrors({ meetsAt: '2026-10-12T10:00:00+08:00', participants }, NOW);
    expect(Object.keys(errors)).toEqual([
      'participants.0.agencyId',
      'participants.1.agencyId',
      'participants.3.agencyId',
      'participants.4.agencyId',
    ]);
  });
});

describe('the conclusion of a conference (D13)', () => {
  const form: ConcludeForm = {
    heldAt: '2026-10-10T08:30:00+08:00',
    conclusion: 'continue',
    opinions: [
      { participantId: 'p', present: true, opinion: '同意' },
      { participantId: 'q', present: false },
    ],
    tasks: [{ dueOn: '2026-10-20' }],
    childOpinion: '想和外婆住',
  };
  const errorsOf = (change: Partial<ConcludeForm>): string[] =>
    Object.keys(concludeErrors({ ...form, ...change }, ['p', 'q'], NOW));

  it('is complete', () => expect(errorsOf({})).toEqual([]));

  it.each<[string, Partial<ConcludeForm>, string]>([
    ['a conference to come', { heldAt: '2026-10-10T09:00:01+08:00' }, 'heldAt'],
    ['a seat nobody speaks of', { opinions: form.opinions.slice(0, 1) }, 'opinions'],
    ['a seat twice', { opinions: [...form.opinions, ...form.opinions] }, 'opinions'],
    [
      'a conference without anybody',
      { opinions: form.opinions.map((item) => ({ ...item, present: false })) },
      'opinions',
    ],
    [
      'who came and said nothing',
      { opinions: form.opinions.map((item) => ({ ...item, present: true })) },
      'opinions.1.opinion',
    ],
    ['a task due yesterday', { tasks: [{ dueOn: '2026-10-09' }] }, 'tasks.0.dueOn'],
    ['a child not heard', { childOpinion: ' ' }, 'childOpinion'],
  ])('refuses %s', (_what, change, field) => expect(errorsOf(change)).toEqual([field]));

  it('sends a child home only when the danger is gone and the guardian able (24号文 19)', () => {
    expect(errorsOf({ conclusion: 'return' })).toEqual(['dangerRemoved', 'guardianAble']);
    expect(errorsOf({ conclusion: 'return', dangerRemoved: true, guardianAble: false })).toEqual([
      'guardianAble',
    ]);
    expect(errorsOf({ conclusion: 'return', dangerRemoved: true, guardianAble: true })).toEqual([]);
  });
});
