import type { Actor } from '../../kernel';

/** Units that the law on background checks means: with duties of education, care, custody or treatment (未成年人保护法 130). */
const CLOSE_CONTACT = ['school', 'hospital', 'shelter', 'welfare_home', 'social_work'] as const;

export interface DutyRule {
  readonly name: string;
  /** What the button says. */
  readonly action: string;
  readonly label: string;
  /** Of these kinds it is asked: one without a record is listed as 未登记. */
  readonly askedOf: readonly string[];
  /** These kinds may record it without being asked: whether the law means them depends on what they do. */
  readonly openTo: readonly string[];
  /** The unit itself, or who stands above it. */
  readonly keeper: 'self' | 'supervisor';
  /** Its yearly clock, which starts with the first record. */
  readonly clock?: string;
  readonly source: string;
}

export const DUTIES = {
  station: {
    name: '未保工作站',
    action: 'record-station',
    label: '登记工作站',
    askedOf: ['township'],
    openTo: [],
    keeper: 'self',
    source: '未成年人保护法第81条第2款；方案（四）13',
  },
  post: {
    name: '专人专岗',
    action: 'record-post',
    label: '登记专人专岗',
    askedOf: ['village'],
    openTo: [],
    keeper: 'supervisor',
    source: '未成年人保护法第43、81条；方案（四）13',
  },
  background_check: {
    name: '入职查询',
    action: 'record-check',
    label: '登记入职查询',
    askedOf: CLOSE_CONTACT,
    // A hotel has no duty of care by its trade; a nursery or training school among the other units has (未成年人保护法 130).
    openTo: ['other_unit'],
    keeper: 'self',
    clock: 'DL-024',
    source: '未成年人保护法第62、98条',
  },
  privacy_audit: {
    name: '合规审计',
    action: 'record-audit',
    label: '登记合规审计',
    askedOf: [...CLOSE_CONTACT, 'intake', 'civil_affairs'],
    openTo: ['other_unit'],
    keeper: 'self',
    clock: 'DL-039',
    source: '未成年人网络保护条例第37条',
  },
} as const satisfies Record<string, DutyRule>;

export type Duty = keyof typeof DUTIES;
export const DUTY_CODES = Object.keys(DUTIES) as Duty[];

export interface UnitPlace {
  readonly id: string;
  readonly kind: string;
  readonly supervisorAgencyId: string | null;
}

export function dutyRule(duty: Duty): DutyRule {
  return DUTIES[duty];
}

/** The duties a unit of this kind may have. */
export function dutiesOf(kind: string): Duty[] {
  return DUTY_CODES.filter((duty) => isAsked(duty, kind) || dutyRule(duty).openTo.includes(kind));
}

export function isAsked(duty: Duty, kind: string): boolean {
  return dutyRule(duty).askedOf.includes(kind);
}

/** 民政 and intake record for every unit (代登记); else its keeper does. */
export function recordsOnBehalf({ role, agencyId }: Actor, unit: UnitPlace, duty: Duty): boolean {
  return !isKeeper(agencyId, unit, duty) && (role === 'civil_affairs' || role === 'intake_officer');
}

/** What this person may record of a unit. */
export function recordable(actor: Actor, unit: UnitPlace): Duty[] {
  return dutiesOf(unit.kind).filter(
    (duty) => isKeeper(actor.agencyId, unit, duty) || recordsOnBehalf(actor, unit, duty),
  );
}

function isKeeper(agencyId: string, { id, supervisorAgencyId }: UnitPlace, duty: Duty): boolean {
  return agencyId === (dutyRule(duty).keeper === 'self' ? id : supervisorAgencyId);
}
