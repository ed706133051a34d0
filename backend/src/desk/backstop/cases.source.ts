import { IS_BACKSTOP } from '../../casefile';
import { visibility } from '../../platform/database';
import type { BackstopSource } from './backstop-sources';

/** Cases somebody still works on; a closed one is followed up. */
export const CASES_SOURCE: BackstopSource = {
  kind: 'case',
  name: '个案',
  sql: `SELECT c.id, c.case_no AS number, c.urgency, coalesce(c.region_code, c.district_code) AS region_code,
               coalesce(c.worker_agency_id, c.owner_agency_id) AS agency_id, c.opened_at AS since, ${IS_BACKSTOP} AS backstop
          FROM case_file c
         WHERE c.district_code = ctx_district() AND c.phase NOT IN ('archived', 'frozen')
           AND ${visibility.case('c')} AND ${visibility.casework('c')}`,
  orphanTitle: '承办单位已没有可登录的账号，请改派',
  orphanRoles: ['child_supervisor', 'civil_affairs', 'intake_officer'],
};
