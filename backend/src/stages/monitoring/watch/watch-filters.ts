import { visibility } from '../../../platform/database';
import { filterSql, type ListRows } from '../../../platform/http';
import { WATCH_STATES } from './watch-item.workflow';
import { WATCH_LEVELS } from './watch.rules';

const TODAY = `(ctx_now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** The filters of the list of watched children; `?` is the value. */
export const WATCH_FILTERS: Readonly<Record<string, string>> = {
  state: 'w.state = ?',
  level: 'w.level = ?',
  category: '? = ANY (w.categories)',
  region: `w.region_code IN (SELECT r.code FROM region r WHERE r.code = ? OR r.parent_code = ?)`,
  // Mine to visit: named for me, or for my agency without a name.
  worker: `? = 'me' AND (w.worker_user_id = ctx_user() OR (w.worker_user_id IS NULL AND w.worker_agency_id = ANY (ctx_principals())))`,
  // 'today': due today or earlier; 'missed': the planned day has passed.
  due: `w.state <> 'ended' AND w.next_visit_on <= ${TODAY} - CASE ? WHEN 'missed' THEN 1 ELSE 0 END`,
  childId: 'w.child_id::text = ?',
  caseId: `EXISTS (SELECT 1 FROM case_file c WHERE c.id::text = ? AND c.child_id = w.child_id AND can_see_case(c.id))`,
  reportId: `EXISTS (SELECT 1 FROM watch_report r WHERE r.watch_item_id = w.id AND r.report_id::text = ? AND can_see_report(r.report_id))`,
};

/** What a filter may be; a value outside answers as a field error, not as an empty list. */
export const WATCH_FILTER_VALUES: Readonly<Record<string, readonly string[]>> = {
  state: Object.keys(WATCH_STATES),
  level: Object.keys(WATCH_LEVELS),
  worker: ['me'],
  due: ['today', 'missed'],
};

/** The watched children the actor may see under some filters: the list shows them, the home page counts them. */
export function watchListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, WATCH_FILTERS);
  return {
    from: 'watch_item w',
    where: `w.district_code = ctx_district() AND ${visibility.watchItem('w')} AND ${where}`,
    params,
  };
}
