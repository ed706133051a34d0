import { Injectable, type OnModuleInit } from '@nestjs/common';
import { BackstopSources } from '../../desk/backstop';
import { HomeLists, HomeTasks, type TaskRow } from '../../desk/home';
import { type Tx, visibility } from '../../platform/database';
import { MONITORING_SOURCES } from './backstop.sources';
import { WATCH_COLUMNS, WatchCommands, type WatchRow } from './watch/watch-commands';
import { watchListRows } from './watch/watch-filters';

/** More than a home page shows; who confirms what is decided by the table, not in the query. */
const LOOKED_AT = 200;
/** Among other work a watched child is not urgent; a danger that nobody has reported is (D). */
const URGENCY = 'U3';
const UNREPORTED = 'U1';

/** What monitoring puts on home pages: the lists its cards count, and what waits without a clock. */
@Injectable()
export class MonitoringHome implements OnModuleInit {
  constructor(
    private readonly lists: HomeLists,
    private readonly tasks: HomeTasks,
    private readonly backstop: BackstopSources,
    private readonly watch: WatchCommands,
  ) {}

  onModuleInit(): void {
    this.lists.register('watch-items', watchListRows);
    for (const source of MONITORING_SOURCES) this.backstop.register(source);
    this.tasks.register(
      {
        key: 'report-finding',
        title: '走访有异常或危险，请转为报告',
        roles: ['child_director', 'child_supervisor', 'civil_affairs'],
        subject: 'watch_item',
        read: findingsUnreported,
      },
      {
        key: 'confirm-watch',
        title: '监测对象待您核定',
        roles: ['child_supervisor', 'civil_affairs'],
        subject: 'watch_item',
        read: (tx) => this.toConfirm(tx),
      },
      {
        key: 'resubmit-watch',
        title: '监测对象被退回，请补充',
        roles: ['child_director', 'child_supervisor', 'civil_affairs'],
        subject: 'watch_item',
        read: returned,
      },
    );
  }

  /** What somebody else proposed and this level confirms. */
  private async toConfirm(tx: Tx): Promise<TaskRow[]> {
    const rows = await tx.query<WatchRow>(
      `SELECT ${WATCH_COLUMNS} FROM watch_item w
        WHERE w.state = 'proposed' AND w.proposed_by <> ctx_user() AND ${visibility.watchItem('w')}
        ORDER BY w.proposed_at LIMIT ${LOOKED_AT}`,
    );
    const mine = rows.filter((row) => {
      const { actorPlace, confirmPlace } = this.watch.facts(tx, row);
      return actorPlace === confirmPlace;
    });
    return mine.map(({ id, number }) => ({ id, number, urgency: URGENCY }));
  }
}

/**
 * The own visit was the last one and showed danger (未成年人保护法 arts 11, 21), and no report since. Only the visitor is asked:
 * of a report that somebody else filed the others may not even learn.
 */
function findingsUnreported(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT w.id, w.number, '${UNREPORTED}' AS urgency FROM watch_item w
       JOIN LATERAL (SELECT v.visited_at, v.visited_by, v.items, v.left_unattended, v.lives_alone FROM watch_visit v
                      WHERE v.watch_item_id = w.id ORDER BY v.visited_at DESC, v.id DESC LIMIT 1) l ON true
      WHERE w.state <> 'ended' AND l.visited_by = ctx_user() AND ${visibility.watchItem('w')}
        AND (l.left_unattended OR l.lives_alone OR EXISTS (SELECT 1 FROM jsonb_each_text(l.items) i WHERE i.value = 'abnormal'))
        AND NOT EXISTS (SELECT 1 FROM watch_report r WHERE r.watch_item_id = w.id AND r.filed_at >= l.visited_at)
      ORDER BY l.visited_at LIMIT ${LOOKED_AT}`,
  );
}

function returned(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT w.id, w.number, '${URGENCY}' AS urgency FROM watch_item w
      WHERE w.state = 'returned' AND w.proposed_agency_id = ANY (ctx_principals()) AND ${visibility.watchItem('w')}
      ORDER BY w.updated_at LIMIT ${LOOKED_AT}`,
  );
}
