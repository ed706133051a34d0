import type { INestApplicationContext } from '@nestjs/common';
import { WorkerDatabase } from '@tonghu/backend/platform/database';
import { Door } from './door';
import { Families } from './families';
import { History } from './history';
import { cast } from './stories/cast';

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
    await history.tell(cast({ door, history, families: new Families(history.today) }));
  } finally {
    await door.close();
  }
}
