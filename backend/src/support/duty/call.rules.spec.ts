import { type CallPlace, firstRound, roundsAt } from './call.rules';
import type { OnDuty, Post, Shift } from './roster.rules';

const shift = (userId: string, post: Post = 'officer', rank = 1): Shift => ({
  id: userId,
  userId,
  post,
  rank,
  startsAt: new Date(0),
  endsAt: new Date(1),
  standsInFor: null,
});
const full: OnDuty = {
  officers: [shift('one'), shift('two', 'officer', 2)],
  leader: shift('chief', 'leader'),
};
const nobody: OnDuty = { officers: [], leader: null };
const place: CallPlace = { agencyId: 'own', supervisorId: 'above', districtIds: ['intake', 'civil'] };
const told = (rung: number, roster: OnDuty, where = place): string[] =>
  roundsAt(rung, roster, where).flatMap(({ kind, calls }) =>
    calls.map((call) => `${kind} ${'userId' in call ? call.userId : call.agencyId}`),
  );

describe('the ladder of DL-055', () => {
  it('calls the first on duty at once', () => {
    expect(firstRound(full)).toEqual([{ kind: 'duty.call', calls: [{ userId: 'one' }] }]);
    expect(firstRound(nobody)).toEqual([]);
  });

  it('climbs: next on duty, leader and the agency above, the district', () => {
    expect([0, 1, 2].map((rung) => told(rung, full))).toEqual([
      ['duty.call-next two'],
      ['duty.call-next chief', 'duty.call-above above'],
      ['duty.call-district intake', 'duty.call-district civil'],
    ]);
  });

  it('goes to the leader when there is no second', () => {
    expect(told(0, { ...full, officers: [shift('one')] })).toEqual(['duty.call-next chief']);
  });

  it('goes to all of the agency when nobody is on duty, then above, then to the district', () => {
    expect([0, 1, 2].map((rung) => told(rung, nobody))).toEqual([
      ['duty.call-all own'],
      ['duty.call-all own', 'duty.call-above above'],
      ['duty.call-district intake', 'duty.call-district civil'],
    ]);
  });

  it('calls nobody above where nobody stands above, and the district at every further rung', () => {
    expect(told(1, full, { ...place, supervisorId: 'own' })).toEqual(['duty.call-next chief']);
    expect(told(5, full)).toEqual(told(2, full));
  });
});
