import { visibility } from '../../platform/database';
import { filterSql, type ListRows } from '../../platform/http';

/** The filters of the list of notices; `?` is the value. `waiting`: urgent ones that nobody confirmed yet. */
const FILTERS: Readonly<Record<string, string>> = {
  unread: `? <> 'true' OR d.read_at IS NULL`,
  waiting: `? <> 'true' OR EXISTS (SELECT 1 FROM notice_alert a WHERE a.id = n.alert_id AND a.acknowledged_at IS NULL AND a.lapsed_at IS NULL)`,
};
export const NOTICE_FILTERS = Object.keys(FILTERS);

const ADDRESSED = (alias: string): string =>
  `(${alias}.user_id = ctx_user() OR ${alias}.agency_id = ANY (ctx_principals()))`;
/**
 * Both columns have an index; the visibility rule then looks at these rows only. Of an alert that rang several times a
 * person sees the last call.
 */
export const MINE = `${ADDRESSED('n')} AND ${visibility.notice('n')}
  AND (n.alert_id IS NULL OR NOT EXISTS (SELECT 1 FROM notice p WHERE p.alert_id = n.alert_id AND p.id > n.id AND ${ADDRESSED('p')}))`;

/** The notices of the actor under some filters: the list shows them, the home page counts them. */
export function noticeListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return {
    from: 'notice n LEFT JOIN notice_read d ON d.notice_id = n.id AND d.user_id = ctx_user()',
    where: `${MINE} AND ${where}`,
    params,
  };
}
