import { Injectable, type OnModuleInit } from '@nestjs/common';
import { HomeLists, HomeTasks, type TaskRow } from '../../../desk/home';
import { type Tx, visibility } from '../../../platform/database';
import { campaignListRows, sheetListRows } from './campaign-filters';

const LOOKED_AT = 30;

/** What screenings put on home pages: the lists their cards count, and an end that nobody has written yet. */
@Injectable()
export class CampaignHome implements OnModuleInit {
  constructor(
    private readonly lists: HomeLists,
    private readonly tasks: HomeTasks,
  ) {}

  onModuleInit(): void {
    this.lists.register('campaigns', campaignListRows);
    this.lists.register('campaign-sheets', sheetListRows);
    this.tasks.register({
      key: 'close-campaign',
      title: '排查已过截止日期，请核对后结束',
      roles: ['child_supervisor', 'civil_affairs'],
      subject: 'campaign',
      read: overdueToClose,
    });
  }
}

/** Screenings of the own agency that run past their last day. */
function overdueToClose(tx: Tx): Promise<TaskRow[]> {
  return tx.query<TaskRow>(
    `SELECT c.id, c.number, 'U3' AS urgency FROM campaign c
      WHERE c.state = 'running' AND c.owner_agency_id = ANY (ctx_principals()) AND ${visibility.campaign('c')}
        AND c.ends_on < (ctx_now() AT TIME ZONE 'Asia/Shanghai')::date
      ORDER BY c.ends_on LIMIT ${LOOKED_AT}`,
  );
}
