import { URGENCIES } from '../kernel';
import { visibility } from '../platform/database';
import { filterSql, type ListRows } from '../platform/http';
import { CASE_PHASES, CASE_STAGES } from './case.workflow';

/** What a case may wait for, by the clocks that run for it; `days` after today, which ends at midnight in China. */
const DUE: Readonly<Record<string, { readonly rules: readonly string[]; readonly days: number }>> = {
  'visit-today': { rules: ['DL-042', 'DL-045'], days: 0 },
  'assessment-today': { rules: ['DL-043'], days: 0 },
  'follow-up-week': { rules: ['DL-046'], days: 7 },
  'review-week': { rules: ['DL-049'], days: 7 },
};

const MIDNIGHT = `date_trunc('day', ctx_now() AT TIME ZONE 'Asia/Shanghai')`;
const due = Object.entries(DUE)
  .map(
    ([name, { rules, days }]) =>
      `? = '${name}' AND d.rule_id IN (${rules.map((rule) => `'${rule}'`).join(', ')})
       AND d.due_at < (${MIDNIGHT} + interval '${days + 1} days') AT TIME ZONE 'Asia/Shanghai'`,
  )
  .join(' OR ');

/** The filters of the list of cases; `?` is the value. */
export const CASE_FILTERS: Readonly<Record<string, string>> = {
  phase: 'c.phase = ?',
  stage: 'EXISTS (SELECT 1 FROM case_stage s WHERE s.case_id = c.id AND s.stage = ? AND s.closed_at IS NULL)',
  urgency: 'c.urgency = ?',
  region: `c.region_code IN (SELECT r.code FROM region r LEFT JOIN region p ON p.code = r.parent_code
             WHERE r.code = ? OR p.code = ? OR p.parent_code = ?)`,
  // 'none': nobody was named yet, whether or not an agency was.
  worker: `CASE ? WHEN 'none' THEN c.worker_user_id IS NULL
           ELSE c.worker_user_id = ctx_user() OR (c.worker_user_id IS NULL AND c.worker_agency_id = ANY (ctx_principals())) END`,
  overdue: `? <> 'true' OR EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.state = 'running' AND d.duty AND d.due_at < ctx_now())`,
  // What waits for a second person.
  assessment: `? = 'pending' AND pending_assessment(c.id) IS NOT NULL`,
  plan: `? = 'pending' AND pending_plan(c.id) IS NOT NULL`,
  due: `EXISTS (SELECT 1 FROM deadline d WHERE d.case_id = c.id AND d.state = 'running' AND (${due}))`,
};

/** What a filter may be; a value outside answers as a field error, not as an empty list. */
export const CASE_FILTER_VALUES: Readonly<Record<string, readonly string[]>> = {
  phase: Object.keys(CASE_PHASES),
  stage: Object.keys(CASE_STAGES),
  urgency: URGENCIES,
  worker: ['me', 'none'],
  overdue: ['true', 'false'],
  assessment: ['pending'],
  plan: ['pending'],
  due: Object.keys(DUE),
};

/** The cases the actor may see under some filters: the list shows them, the home page counts them. */
export function caseListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, CASE_FILTERS);
  return {
    from: 'case_file c',
    where: `c.district_code = ctx_district() AND ${visibility.case('c')} AND ${where}`,
    params,
  };
}
