import type { INestApplicationContext } from '@nestjs/common';
import { WorkerDatabase } from '@tonghu/backend/platform/database';
import { Door } from './door';
import { Families } from './families';
import { History, type Story } from './history';
import { type Milestone, ordinaryRoad } from './stories/ordinary';
import { THEMES } from './stories/themes';
import { urgentNow, waitsForTriage } from './stories/today';
import { Tale, type World } from './stories/world';

/**
 * 18 months of invented cases, told by invented people through the front door. Does nothing when there are reports already;
 * refuses a real installation (the accounts do not exist there).
 */
export async function seedDemoCases(app: INestApplicationContext): Promise<void> {
  const [found] = await app
    .get(WorkerDatabase)
    .dataSource.query<{ n: number }[]>('SELECT count(*)::int AS n FROM report');
  if ((found?.n ?? 0) > 0) return;
  const history = new History(app);
  const door = await Door.open(app);
  try {
    await history.tell(stories({ door, history, families: new Families(history.today) }));
  } finally {
    await door.close();
  }
}

/** Villages in turn: those with a 儿童主任 more often than the others. */
const VILLAGES = [
  '990101100200',
  '990101100201',
  '990101001001',
  '990101200200',
  '990101100202',
  '990101001003',
];

function stories(world: World): Story[] {
  return [...past(world), ...present(world)];
}

function past(world: World): Story[] {
  const themes = Object.values(THEMES);
  const untilOf = (daysAgo: number): Milestone => {
    if (daysAgo > 90) return 'closed';
    if (daysAgo > 65) return 'closing';
    return daysAgo > 12 ? 'planned' : daysAgo > 6 ? 'assessed' : 'triaged';
  };
  return Array.from({ length: 45 }, (_, index) => {
    const daysAgo = 540 - index * 12;
    const theme = themes[index % themes.length] ?? THEMES.leftAlone;
    const family = world.families.make({
      regionCode: VILLAGES[index % VILLAGES.length] ?? '990101100200',
      ages: index % 5 === 0 ? [11, 6] : [4 + (index % 13)],
      adults: theme.adults,
    });
    return ordinaryRoad(new Tale(world, family, -daysAgo, '09:30'), theme, untilOf(daysAgo));
  });
}

function present(world: World): Story[] {
  const { families, history } = world;
  const urgent = new Tale(
    world,
    families.make({ regionCode: '990101100201', ages: [9], sexes: ['male'], adults: ['51', '52'] }),
    0,
    '00:00',
  );
  urgent.at = new Date(history.end.getTime() - 4 * 60_000);
  const waiting = new Tale(
    world,
    families.make({ regionCode: '990101001001', ages: [13], sexes: ['female'] }),
    0,
    '00:00',
  );
  waiting.at = new Date(history.end.getTime() - 55 * 60_000);
  return [
    urgentNow(urgent),
    waitsForTriage(waiting, {
      situations: ['BULLYING'],
      facts: '同班几名同学多次拦住她要钱，她不敢上学。',
      suspects: [{ perpetratorType: 'SCHOOLMATE' }],
    }),
  ];
}
