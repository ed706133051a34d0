import type { Duty } from './unit.rules';

export type UnitValues = Readonly<Record<string, string | number>>;

const METHODS: Readonly<Record<string, string>> = { self: '自行审计', entrusted: '委托审计' };

/** What each form holds, in the order a person reads it. The first is the day the record begins. */
const FIELDS: Readonly<Record<Duty, readonly (readonly [key: string, label: string])[]>> = {
  station: [
    ['openedOn', '设立日期'],
    ['closedOn', '撤销日期'],
    ['address', '地址'],
    ['dutyPhone', '值班电话'],
    ['staff', '工作人员（人）'],
  ],
  post: [
    ['sinceOn', '上岗日期'],
    ['leftOn', '离岗日期'],
    ['holder', '专岗人员'],
    ['phone', '办公电话'],
    ['trainedOn', '最近一次培训'],
  ],
  background_check: [
    ['checkedOn', '查询日期'],
    ['staff', '在岗人数'],
    ['queried', '查询人数'],
    ['hits', '查出有记录'],
    ['handled', '已解聘或不录用'],
  ],
  privacy_audit: [
    ['auditedOn', '审计完成日期'],
    ['method', '审计方式'],
    ['auditor', '审计机构'],
    ['findings', '发现问题数'],
    ['reportedOn', '报告网信等部门'],
  ],
};

/** The facts of a record in words; what was left empty is not named. */
export function factsOf(duty: Duty, values: UnitValues): { label: string; value: string }[] {
  return FIELDS[duty].flatMap(([key, label]) => {
    const value = values[key];
    if (value === undefined || value === '') return [];
    return [{ label, value: key === 'method' ? (METHODS[String(value)] ?? String(value)) : String(value) }];
  });
}

/** The fields of a form, without those of the correction. */
export function valuesOf(duty: Duty, dto: object): Record<string, string | number> {
  const given = dto as Readonly<Record<string, string | number | null | undefined>>;
  return Object.fromEntries(
    FIELDS[duty].flatMap(([key]) => {
      const value = given[key];
      return value === undefined || value === null ? [] : [[key, value] as const];
    }),
  );
}

/** First and last day of a record. */
export function daysOf(duty: Duty, values: UnitValues): { startsOn: string; endsOn: string | null } {
  const last = duty === 'station' ? values.closedOn : duty === 'post' ? values.leftOn : undefined;
  return { startsOn: String(values[dayField(duty)]), endsOn: last === undefined ? null : String(last) };
}

/** The field that holds the first day. */
export function dayField(duty: Duty): string {
  return FIELDS[duty][0]?.[0] ?? '';
}
