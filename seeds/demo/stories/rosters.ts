/** 值班表: two weeks back and two ahead; the hospital has planned no further than tomorrow, which is somebody's task. */
import { addDays } from '@tonghu/backend/kernel';
import { AGENCY, LIUXI, policeStationOf, QINGHE, stationOf, YUNLING } from '../../accounts/demo-agencies';
import { DEMO_ACCOUNTS } from '../../accounts/demo-accounts';
import type { Story } from '../history';
import type { World } from './world';

const DAYS = 14;

interface Entry {
  readonly agencyId: string;
  /** Who enters it. */
  readonly by: string;
  /** They take turns; where there are two, the other is the second. */
  readonly people: readonly string[];
  readonly leader: string;
  /** Days ahead, from today. */
  readonly until: number;
}

const alone = (username: string, agencyId: string, until = DAYS): Entry => ({
  agencyId,
  by: username,
  people: [username],
  leader: username,
  until,
});

const ENTRIES: readonly Entry[] = [
  { agencyId: AGENCY.intake, by: 'shouli1', people: ['shouli1', 'shouli2'], leader: 'shouli2', until: DAYS },
  alone('minzheng', AGENCY.civilAffairs),
  alone('gongan', AGENCY.police),
  alone('paichusuo', policeStationOf(LIUXI)),
  alone('dudao', stationOf(LIUXI)),
  alone('dudao2', stationOf(QINGHE)),
  alone('dudao3', stationOf(YUNLING)),
  alone('jiuzhu', AGENCY.shelter),
  alone('yiyuan', AGENCY.hospital, 1),
];

export async function* rosters({ door, history }: World): Story {
  yield history.day(-DAYS, '08:00');
  for (const entry of ENTRIES) {
    const by = await door.as(entry.by);
    const offsets = Array.from({ length: DAYS + entry.until }, (_, index) => index - DAYS);
    for (const from of [0, DAYS]) {
      const days = offsets.slice(from, from + DAYS).map((offset) => dayOf(entry, history.today, offset));
      await by.post('/duty/weeks', { agencyId: entry.agencyId, from: '08:30', to: '08:30', days });
    }
  }
}

function dayOf({ people, leader }: Entry, today: string, offset: number): object {
  const turn = Math.abs(offset) % people.length;
  return {
    day: addDays(today, offset),
    officerIds: [...people.slice(turn), ...people.slice(0, turn)].map(idOf),
    leaderId: idOf(leader),
  };
}

function idOf(username: string): string {
  const account = DEMO_ACCOUNTS.find((known) => known.username === username);
  if (account === undefined) throw new Error(`No demo account is called ${username}`);
  return account.id;
}
