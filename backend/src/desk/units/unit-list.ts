import { visibility } from '../../platform/database';
import { filterSql, type ListRows } from '../../platform/http';
import { dutiesOf, DUTY_CODES, dutyRule, type Duty } from './unit.rules';

const quoted = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ');
const perDuty = (sql: (duty: Duty) => string): string =>
  DUTY_CODES.map((duty) => `(? = '${duty}' AND ${sql(duty)})`).join(' OR ');

const askedOf = (duty: Duty): string => `a.kind IN (${quoted(dutyRule(duty).askedOf)})`;
/** A record that no correction replaced and that has not ended. */
const STANDING = `NOT EXISTS (SELECT 1 FROM unit_record x WHERE x.replaces_id = u.id)
  AND (u.ends_on IS NULL OR u.ends_on >= (ctx_now() AT TIME ZONE 'Asia/Shanghai')::date)`;
const missing = (duty: Duty): string => `${askedOf(duty)}
  AND NOT EXISTS (SELECT 1 FROM unit_record u WHERE u.agency_id = a.id AND u.duty = '${duty}' AND ${STANDING})`;
const overdue = (duty: Duty): string => {
  const { clock } = dutyRule(duty);
  return clock === undefined
    ? 'false'
    : `EXISTS (SELECT 1 FROM deadline d WHERE d.subject_kind = 'agency' AND d.subject_id = a.id AND d.rule_id = '${clock}'
         AND d.state = 'running' AND d.due_at < ctx_now())`;
};

/** The filters of the list of units; `?` is the value, always a duty. */
const FILTERS: Readonly<Record<string, string>> = {
  duty: perDuty(askedOf),
  /** 未登记: silence is listed, never left out (design §9.13). */
  missing: perDuty(missing),
  overdue: perDuty(overdue),
};
export const UNIT_FILTERS = Object.keys(FILTERS);

/** Kinds with a duty at all; others are no units of this list. */
const KINDS = [
  'township',
  'village',
  'school',
  'hospital',
  'shelter',
  'welfare_home',
  'social_work',
  'other_unit',
  'intake',
  'civil_affairs',
].filter((kind) => dutiesOf(kind).length > 0);

/** The units the actor may see under some filters: the list shows them, homes and the coverage count them. */
export function unitListRows(filter: Readonly<Record<string, string>>): ListRows {
  const { where, params } = filterSql(filter, FILTERS);
  return {
    from: 'agency a',
    where: `a.district_code = ctx_district() AND a.kind IN (${quoted(KINDS)}) AND ${visibility.unit('a')} AND ${where}`,
    params,
  };
}
