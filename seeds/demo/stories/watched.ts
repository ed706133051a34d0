/** 监测对象: children who are visited without a case, each at another point of the year's rounds. */
import { VISIT_ITEMS } from '../../reference';
import type { Story } from '../history';
import { supervisorOf, visitorOf } from './people';
import type { Tale } from './world';

/** Why a child is watched, in the words of a village. */
export interface Watch {
  readonly categories: readonly string[];
  readonly level: 'key' | 'watch' | 'normal';
  readonly why: string;
  readonly parents?: string;
}

/** How far a file has come by today. */
export type Round = 'proposed' | 'returned' | 'due' | 'missed' | 'abnormal';

export async function* watched(tale: Tale, watch: Watch, until: Round): Story {
  const village = visitorOf(tale.family.regionCode);
  const township = supervisorOf(tale.family.regionCode);
  yield tale.at;
  const id = await propose(tale, village, watch);
  const act = async (username: string, action: string, body: object): Promise<void> =>
    (await tale.as(username)).quietly('watch-items', id, action, body);
  if (until === 'proposed') return;
  yield tale.days(1, '10:20');
  if (until === 'returned') {
    await act(township, 'return', { reason: '请补充父母在哪里、怎么联系，再提出。' });
    return;
  }
  await act(township, 'confirm', { level: watch.level });
  yield tale.days(2, '16:10');
  await act(village, 'record-visit', visitOf(tale));
  if (until === 'missed') return;
  if (until === 'abnormal') {
    yield tale.days(6, '15:40');
    await act(
      village,
      'record-visit',
      visitOf(tale, { CARE: { rating: 'abnormal', note: '连着两晚一个人在家，晚饭自己泡面。' } }),
    );
    return;
  }
  yield tale.days(1, '09:00');
  await act(village, 'record-care', careOf(tale));
  yield tale.days(6, '19:30');
  await act(village, 'record-contact', { contactedOn: tale.day(0), who: 'mother', way: 'video' });
  await act(village, 'plan-visit', { nextVisitOn: tale.world.history.today });
}

async function propose(tale: Tale, username: string, watch: Watch): Promise<string> {
  const [child] = tale.family.children;
  const [guardian] = tale.family.guardians;
  if (child === undefined) throw new Error('A watched family has a child');
  const { name, sex, birthDate, idNumber, school } = child;
  const { id } = await (
    await tale.as(username)
  ).post<{ id: string }>('/watch-items', {
    child: {
      name,
      sex,
      birthDate,
      idNumber,
      address: tale.family.address,
      ...(school === undefined ? {} : { school }),
    },
    ...(guardian === undefined ? {} : { guardian: { name: guardian.name, relation: guardian.relation } }),
    regionCode: tale.family.regionCode,
    exclusions: [],
    ...watch,
  });
  return id;
}

function visitOf(tale: Tale, differing: object = {}): object {
  const normal = Object.fromEntries(VISIT_ITEMS.map(({ code }) => [code, { rating: 'normal' }]));
  return {
    visitType: 'HOME_VISIT',
    visitedAt: new Date(tale.at.getTime() - 40 * 60_000).toISOString(),
    seenChild: true,
    spokeAlone: true,
    guardianPresent: true,
    items: { ...normal, ...differing },
    leftUnattended: false,
    livesAlone: false,
    actions: '和孩子单独聊了一会儿，提醒了用火用电和防溺水。',
  };
}

function careOf(tale: Tale): object {
  return {
    carerName: '禾三婶',
    relation: '82',
    startedOn: tale.day(-1),
    violence: false,
    habits: false,
    neglect: false,
    unfit: false,
    schoolToldOn: tale.day(-1),
    villageToldOn: tale.day(-1),
    parentsAway: '父母都在外省打工，春节前回来。',
    childOpinion: '愿意住在伯母家，能和堂姐一起上学。',
  };
}
