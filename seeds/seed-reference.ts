import type { DataSource, EntityManager } from 'typeorm';
import {
  CLOSING_CHECKS,
  EVIDENCE_TYPES,
  EXCLUSION_HINTS,
  FOLLOW_UP_ADVICE,
  FOLLOW_UP_STATES,
  GUIDANCE_METHODS,
  MEASURE_END_RESULTS,
  NO_ID_REASONS,
  RETENTIONS,
  PO_MEASURES,
  REVIEW_DECISIONS,
  REVOKE_APPLICANTS,
  REVOKE_EVIDENCE_PACK,
  REVOKE_GROUNDS,
  RISK_LEVELS,
  SAFETY_DECISIONS,
  SCREEN_OUT_CHECKS,
  SERVICE_PROGRESS,
} from './form-codes';
import { getInstallationKind } from './installation';
import {
  AGENCY_KINDS,
  CARE_EXITS,
  CARER_CHECKS,
  AUTHORITIES,
  CAMPAIGN_CHECKS,
  CAMPAIGN_KINDS,
  CAMPAIGN_NOT_MET,
  CHANNELS,
  CLOSE_REASONS,
  type CodeItem,
  COST_BEARERS,
  DEADLINE_RULES,
  type DeadlineRule,
  EMERGENCY_TRIGGERS,
  HANDOVER_FROM,
  HANDOVER_TO,
  GUARDIANSHIP_RISK_B,
  HOLIDAYS,
  LOADED_YEARS,
  MEDICAL_AUTHORISERS,
  MEDICAL_KINDS,
  OWNER_ROLES,
  PERPETRATOR_TYPES,
  PLACEMENT_BASES,
  PLACEMENT_KINDS,
  POLICE_OUTCOMES,
  REGIONS,
  type RegionSeed,
  RELATIONS,
  REPORTER_UNIT_TYPES,
  RETURN_REASONS,
  ROUTING,
  ROUTING_CONDITIONS,
  SAFETY_SCREEN_A,
  SCHOOL_STAGES,
  SETTINGS,
  SEX,
  SITUATIONS,
  SUPPORT_TYPES,
  SUSPEND_REASONS,
  TEMP_CUSTODY_REASONS,
  LONG_TERM_GROUNDS,
  VISIT_ITEMS,
  VISIT_TYPES,
  WATCH_CATEGORIES,
  WATCH_END_REASONS,
} from './reference';
import { furtherLadder } from './reference/deadline-ladders';
import { upsert } from './upsert';

const CODE_SETS: Readonly<Record<string, readonly CodeItem[]>> = {
  SEX,
  RELATIONS,
  PERPETRATOR_TYPES,
  CHANNELS,
  AUTHORITIES,
  REPORTER_UNIT_TYPES,
  CLOSE_REASONS,
  SUSPEND_REASONS,
  VISIT_TYPES,
  VISIT_ITEMS,
  SUPPORT_TYPES,
  RETURN_REASONS,
  TEMP_CUSTODY_REASONS,
  LONG_TERM_GROUNDS,
  EMERGENCY_TRIGGERS,
  MEDICAL_KINDS,
  MEDICAL_AUTHORISERS,
  COST_BEARERS,
  PLACEMENT_KINDS,
  PLACEMENT_BASES,
  CARER_CHECKS,
  CARE_EXITS,
  HANDOVER_FROM,
  HANDOVER_TO,
  POLICE_OUTCOMES,
  SCHOOL_STAGES,
  WATCH_CATEGORIES,
  WATCH_END_REASONS,
  CAMPAIGN_KINDS,
  CAMPAIGN_CHECKS,
  CAMPAIGN_NOT_MET,
  ROUTING_CONDITIONS,
  OWNER_ROLES,
  EXCLUSION_HINTS,
  NO_ID_REASONS,
  CLOSING_CHECKS,
  SCREEN_OUT_CHECKS,
  SAFETY_DECISIONS,
  RISK_LEVELS,
  PO_MEASURES,
  EVIDENCE_TYPES,
  REVOKE_GROUNDS,
  REVOKE_APPLICANTS,
  REVOKE_EVIDENCE_PACK,
  MEASURE_END_RESULTS,
  GUIDANCE_METHODS,
  SERVICE_PROGRESS,
  REVIEW_DECISIONS,
  FOLLOW_UP_STATES,
  FOLLOW_UP_ADVICE,
  RETENTIONS,
};
const HOLIDAY_SOURCE = '国务院办公厅节假日安排通知';

/**
 * Brings all reference tables to what this version states. Safe in a real installation and safe to repeat: every start
 * does it. A real installation gets no invented places. Codes that a version drops stay, because old records carry them.
 */
export async function seedReference(owner: DataSource): Promise<void> {
  const isReal = (await getInstallationKind(owner)) === 'real';
  await owner.transaction(async (manager) => {
    const regions = REGIONS.filter(({ demo }) => !isReal || !demo);
    await upsert(
      manager,
      'region',
      ['code'],
      regions.map((region) => toRegionRow(region)),
    );
    await upsert(manager, 'code_item', ['set_code', 'code'], codeRows());
    await seedSettings(manager);
    await upsert(manager, 'deadline_rule', ['id'], DEADLINE_RULES.map(toRuleRow));
    await seedRouting(manager);
    await upsert(
      manager,
      'working_day',
      ['day'],
      HOLIDAYS.map(({ date, kind, name }) => ({ day: date, kind, name })),
    );
    await upsert(
      manager,
      'working_day_year',
      ['year'],
      LOADED_YEARS.map((year) => ({ year, source: HOLIDAY_SOURCE })),
    );
  });
}

/** What a district decides for itself: written once, and kept as the district changes it. */
async function seedSettings(manager: EntityManager): Promise<void> {
  for (const { code, name, note } of SETTINGS)
    await manager.query(
      `INSERT INTO code_item (set_code, code, name, body, sort) VALUES ('SETTINGS', $1, $2, $3, 0) ON CONFLICT (set_code, code) DO NOTHING`,
      [code, name, JSON.stringify({ note })],
    );
}

/** The table is replaced as a whole: a rule that is gone must not send work any more, and no record points at one. */
async function seedRouting(manager: EntityManager): Promise<void> {
  const rows = routingRows();
  await manager.query('DELETE FROM routing_rule WHERE id <> ALL ($1)', [rows.map(({ id }) => id)]);
  await upsert(manager, 'routing_rule', ['id'], rows);
}

/** Every row of code_item this version states. */
export function codeRows() {
  const rows = Object.entries(CODE_SETS).flatMap(([set, items]) =>
    items.map(({ code, name, note }, sort) =>
      codeRow(set, code, name, sort, note === undefined ? {} : { note }),
    ),
  );
  const situations = SITUATIONS.map(({ code, name, ...body }, sort) =>
    codeRow('SITUATIONS', code, name, sort, body),
  );
  const kinds = AGENCY_KINDS.map(({ code, name, ...body }, sort) =>
    codeRow('AGENCY_KINDS', code, name, sort, body),
  );
  return [...rows, ...situations, ...kinds, ...instrumentRows()];
}

/** What assessments name as their instrument. */
function instrumentRows() {
  const screen = { kind: 'screen', ...SAFETY_SCREEN_A };
  const form = { kind: 'score', ...GUARDIANSHIP_RISK_B };
  return [
    codeRow('INSTRUMENTS', 'SAFETY_SCREEN_A', screen.title, 0, screen),
    codeRow('INSTRUMENTS', 'GUARDIANSHIP_RISK_B', form.title, 1, form),
  ];
}

function codeRow(
  set: string,
  code: string,
  name: string,
  sort: number,
  body: Readonly<Record<string, unknown>>,
) {
  return { set_code: set, code, name, body, sort };
}

/** Every row of routing_rule; the id tells situation, kind and role, and the place among equals. */
export function routingRows() {
  const seen = new Map<string, number>();
  return ROUTING.map(({ situation, agencyKind, role, task, refusable, article, onlyIf, kind }, sort) => {
    const key = `${situation}.${agencyKind}.${role}`;
    const nth = (seen.get(key) ?? 0) + 1;
    seen.set(key, nth);
    const id = nth === 1 ? key : `${key}.${nth}`;
    return {
      id,
      situation,
      agency_kind: agencyKind,
      role,
      task,
      refusable,
      only_if: onlyIf ?? null,
      article: article ?? null,
      basis: kind,
      sort,
    };
  });
}

function toRuleRow(rule: DeadlineRule) {
  const { id, name, startEvent, limits, ladder, basis, ownerKind, source, verified, further = [] } = rule;
  const note = [
    rule.note?.replace(/。$/u, ''),
    rule.dutySource && `职责依据：${rule.dutySource}`,
    ...further.map(({ name: title, limit }) => `${title}：${limit.amount}${UNITS[limit.unit]}`),
  ].filter(Boolean);
  return {
    id,
    name,
    start_event: startEvent,
    limits,
    further: further.map(({ name: title, limit }) => ({
      name: title,
      limit,
      ladder: furtherLadder(ladder, limit),
    })),
    ladder,
    basis,
    owner_kind: ownerKind,
    source,
    verified,
    note: note.length === 0 ? null : `${note.join('；')}。`,
  };
}

const UNITS = {
  minute: '分钟',
  hour: '小时',
  natural_day: '日',
  working_day: '个工作日',
  month: '个月',
} as const;

function toRegionRow(region: RegionSeed) {
  const { code, name, level, parent, demo, validFrom, managedBy } = region;
  return {
    code,
    name,
    level,
    parent_code: parent,
    district_code: districtOf(region),
    is_demo: demo,
    valid_from: validFrom,
    managed_by: managedBy ?? null,
  };
}

function districtOf(region: RegionSeed): string {
  if (region.parent === null) return region.code;
  const parent = REGIONS.find(({ code }) => code === region.parent);
  if (parent === undefined) throw new Error(`Region ${region.code} has no parent`);
  return districtOf(parent);
}
