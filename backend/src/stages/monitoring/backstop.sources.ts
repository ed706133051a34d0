import type { BackstopSource } from '../../desk/backstop';
import { visibility } from '../../platform/database';
import { DISTRICT_DESKS } from '../../support/reference';
import { SHEET_FROM } from './campaign/campaign-sheet-commands';

const isDistrictDesk = (agencyId: string): string =>
  `EXISTS (SELECT 1 FROM agency g WHERE g.id = ${agencyId} AND g.kind IN (${DISTRICT_DESKS.map((kind) => `'${kind}'`).join(', ')}))`;

/** What lies with the district because nobody below can sign in. Where somebody below must not know, that is the reason instead. */
export const MONITORING_SOURCES: readonly BackstopSource[] = [
  {
    kind: 'watch_item',
    name: '监测对象',
    sql: `SELECT w.id, w.number, 'U3' AS urgency, w.region_code, w.worker_agency_id AS agency_id, w.proposed_at AS since,
                 ${isDistrictDesk('w.worker_agency_id')} AND NOT EXISTS (SELECT 1 FROM watch_exclusion x WHERE x.watch_item_id = w.id) AS backstop
            FROM watch_item w WHERE w.district_code = ctx_district() AND w.state <> 'ended' AND ${visibility.watchItem('w')}`,
    orphanTitle: '走访单位已没有可登录的账号，请改派',
    orphanRoles: ['child_supervisor', 'civil_affairs'],
  },
  {
    kind: 'campaign_sheet',
    name: '村级排查表',
    sql: `SELECT s.id, s.number, 'U3' AS urgency, s.region_code, s.agency_id, coalesce(c.opened_at, c.created_at) AS since,
                 ${isDistrictDesk('s.agency_id')} AS backstop
            FROM ${SHEET_FROM} WHERE s.district_code = ctx_district() AND s.state = 'open' AND c.state = 'running' AND ${visibility.campaignSheet('s')}`,
    orphanTitle: '排查单位已没有可登录的账号，请代为登记',
    orphanRoles: ['child_supervisor', 'civil_affairs'],
  },
];
