/** Who appears in the demo, when, and how far each road has been walked by today. */
import type { FamilyWish } from '../families';
import type { Story } from '../history';
import { screening } from './campaign';
import { type Milestone, ordinaryRoad } from './ordinary';
import { type Theme, THEMES } from './themes';
import { consult, handedOver, linked, reportedTwice, screenedOut } from './small-roads';
import { conferred, frozen, moving, protectedAtHome, resting } from './side-roads';
import { nobodySigned, restricted, urgentNow, waitsForTriage } from './today';
import { violenceAtHome } from './violence';
import { rosters } from './rosters';
import { unitsOnRecord } from './units';
import { type Round, watched } from './watched';
import { Tale, type World } from './world';

/** Villages with a 儿童主任 of their own, and some where the township does the work. */
const PERSIMMON = '990101100200';
const STONE_BRIDGE = '990101100201';
const LOTUS = '990101001001';
const CLOUD_RIDGE = '990101200200';
const IN_TURN = [PERSIMMON, STONE_BRIDGE, LOTUS, CLOUD_RIDGE, '990101100202', '990101001003'];

export function cast(world: World): Story[] {
  return [
    ...past(world),
    ...small(world),
    ...siblings(world),
    ...joined(world),
    ...placed(world),
    ...present(world),
    ...looked(world),
    ...elsewhere(world),
    unitsOnRecord(world),
    rosters(world),
    screening(world, [CLOUD_RIDGE, '990101200201', '990101200202']),
  ];
}

function tale(world: World, wish: FamilyWish, daysAgo: number, time = '09:30'): Tale {
  return new Tale(world, world.families.make(wish), -daysAgo, time);
}

/** One case every fortnight, most of them long closed. */
function past(world: World): Story[] {
  const themes: readonly Theme[] = Object.values(THEMES);
  return Array.from({ length: 42 }, (_, index) => {
    const daysAgo = 540 - index * 12.5;
    const theme = themes[index % themes.length] ?? THEMES.leftAlone;
    const wish: FamilyWish = {
      regionCode: IN_TURN[index % IN_TURN.length] ?? PERSIMMON,
      ages: index % 7 === 3 ? [11, 6] : [4 + (index % 13)],
      adults: theme.adults,
    };
    return ordinaryRoad(tale(world, wish, Math.round(daysAgo)), theme, milestoneOf(daysAgo));
  });
}

function milestoneOf(daysAgo: number): Milestone {
  if (daysAgo > 480) return 'archived';
  if (daysAgo > 90) return 'followed';
  if (daysAgo > 75) return 'closed';
  if (daysAgo > 60) return 'closing';
  if (daysAgo > 12) return 'planned';
  return daysAgo > 6 ? 'assessed' : 'triaged';
}

/** Reports that opened no case: questions, nothing found, told twice, not ours. */
function small(world: World): Story[] {
  const at = (index: number, daysAgo: number): Tale =>
    tale(
      world,
      { regionCode: IN_TURN[index % IN_TURN.length] ?? PERSIMMON, ages: [5 + (index % 11)] },
      daysAgo,
      '10:40',
    );
  const many = (count: number, first: number, story: (one: Tale) => Story): Story[] =>
    Array.from({ length: count }, (_, index) =>
      story(at(index + first, Math.round(530 - (index * 520) / count) - first)),
    );
  const told = at(3, 5);
  return [
    ...many(22, 1, consult),
    ...many(18, 4, (one) => screenedOut(one, 'confirmed')),
    ...many(10, 7, (one) => handedOver(one, 'accepted')),
    screenedOut(at(5, 1), 'proposed'),
    handedOver(at(2, 3), 'waiting'),
    waitsForTriage(told, { situations: ['BULLYING'], facts: '同班同学拦着要钱，孩子不敢上学。' }),
    reportedTwice(new Tale(world, told.family, -4, '09:10'), told),
  ];
}

/** 柿园村: two children of one report, each with a case, in the middle of the road. */
function siblings(world: World): Story[] {
  const pair = tale(
    world,
    {
      regionCode: PERSIMMON,
      ages: [11, 6],
      sexes: ['female', 'female'],
      names: ['柿小红', '柿小青'],
      adults: ['62'],
    },
    9,
    '08:50',
  );
  return [ordinaryRoad(pair, THEMES.leftAlone, 'signed')];
}

/** 荷塘社区: a child whose case was joined by a second report. */
function joined(world: World): Story[] {
  const first = tale(world, { regionCode: LOTUS, ages: [9], adults: ['51', '52'] }, 8, '10:10');
  return [ordinaryRoad(first, THEMES.poverty, 'triaged'), linked(new Tale(world, first.family, -3, '11:15'))];
}

/** Children who could not stay at home, each at another point of the road. */
function placed(world: World): Story[] {
  const at = (regionCode: string, age: number, daysAgo: number): Tale =>
    tale(world, { regionCode, ages: [age], adults: ['51', '52'] }, daysAgo, '14:10');
  return [
    violenceAtHome(at(STONE_BRIDGE, 10, 320), 'returned'),
    violenceAtHome(at(LOTUS, 7, 150), 'returned'),
    violenceAtHome(at(CLOUD_RIDGE, 12, 70), 'conference'),
    violenceAtHome(at('990101001003', 8, 20), 'placed'),
    violenceAtHome(at('990101100202', 6, 1), 'emergency'),
  ];
}

function present(world: World): Story[] {
  const justNow = (wish: FamilyWish, minutes: number): Tale => {
    const now = tale(world, wish, 0);
    now.at = new Date(world.history.end.getTime() - minutes * 60_000);
    return now;
  };
  return [
    restricted(tale(world, { regionCode: '990101001003', ages: [12], sexes: ['female'] }, 2, '11:20')),
    nobodySigned(tale(world, { regionCode: PERSIMMON, ages: [14] }, 8, '09:20')),
    nobodySigned(tale(world, { regionCode: CLOUD_RIDGE, ages: [13] }, 6, '10:05')),
    nobodySigned(tale(world, { regionCode: LOTUS, ages: [12] }, 5, '10:50')),
    urgentNow(justNow({ regionCode: STONE_BRIDGE, ages: [9], sexes: ['male'], adults: ['51', '52'] }, 4)),
    waitsForTriage(justNow({ regionCode: LOTUS, ages: [13], sexes: ['female'] }, 55), {
      situations: ['BULLYING'],
      facts: '同班几名同学多次拦住她要钱，她不敢上学。',
      suspects: [{ perpetratorType: 'SCHOOLMATE' }],
    }),
  ];
}

/** 监测对象 of four villages. */
function looked(world: World): Story[] {
  const at = (regionCode: string, age: number, daysAgo: number): Tale =>
    tale(world, { regionCode, ages: [age], adults: ['62'] }, daysAgo, '15:20');
  const LEFT_BEHIND = { categories: ['LEFT_BEHIND'], level: 'key', parents: '父母都在外省工地' } as const;
  const DISTRESSED = { categories: ['DISTRESSED'], level: 'watch' } as const;
  const stories: [Tale, Omit<Parameters<typeof watched>[1], 'why'>, string, Round][] = [
    [at(PERSIMMON, 8, 12), LEFT_BEHIND, '父母外出打工，和奶奶住，奶奶腿脚不便。', 'due'],
    [at(PERSIMMON, 6, 1), DISTRESSED, '母亲长期生病，家里收入少。', 'proposed'],
    [at(STONE_BRIDGE, 11, 3), LEFT_BEHIND, '父母外出，跟着爷爷。', 'returned'],
    [at(LOTUS, 10, 10), LEFT_BEHIND, '父母外出，晚上常一个人在家。', 'abnormal'],
    [at(CLOUD_RIDGE, 9, 45), LEFT_BEHIND, '父母外出，奶奶七十多岁。', 'missed'],
  ];
  return stories.map(([one, watch, why, round]) => watched(one, { ...watch, why }, round));
}

/** Cases that left the ordinary road: one moving, one at rest, one frozen, one before a court, one before a conference. */
function elsewhere(world: World): Story[] {
  const at = (regionCode: string, age: number, daysAgo: number): Tale =>
    tale(world, { regionCode, ages: [age], adults: ['51', '52'] }, daysAgo, '09:05');
  return [
    moving(at(LOTUS, 13, 5)),
    resting(at(PERSIMMON, 11, 45)),
    frozen(at(STONE_BRIDGE, 4, 28)),
    protectedAtHome(at(PERSIMMON, 10, 24)),
    conferred(at(CLOUD_RIDGE, 9, 18)),
  ];
}
