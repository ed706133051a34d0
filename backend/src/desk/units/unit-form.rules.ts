import { pastDayErrors } from '../../casefile';
import type { Duty } from './unit.rules';
import { dayField, daysOf, type UnitValues } from './unit-words.rules';

type FieldErrors = Record<string, string[]>;

/** A station may be old; a check or audit that is older than this says nothing about today. */
const OLDEST: Readonly<Record<Duty, number>> = {
  station: 36_500,
  post: 36_500,
  background_check: 1_100,
  privacy_audit: 1_100,
};

/** What is wrong with a record's own fields. */
export function recordErrors(duty: Duty, values: UnitValues, now: Date): FieldErrors {
  const { startsOn, endsOn } = daysOf(duty, values);
  const field = dayField(duty);
  const errors: FieldErrors = pastDayErrors(field, startsOn, now, OLDEST[duty]);
  const later = duty === 'station' ? 'closedOn' : 'leftOn';
  if (endsOn !== null)
    Object.assign(
      errors,
      pastDayErrors(later, endsOn, now, OLDEST[duty]),
      endsOn < startsOn ? { [later]: ['不能早于开始的日期'] } : {},
    );
  for (const other of ['trainedOn', 'reportedOn'])
    if (values[other] !== undefined)
      Object.assign(errors, pastDayErrors(other, String(values[other]), now, OLDEST.post));
  return { ...errors, ...numberErrors(duty, values) };
}

function numberErrors(duty: Duty, values: UnitValues): FieldErrors {
  if (duty !== 'background_check')
    return values.method === 'entrusted' && values.auditor === undefined
      ? { auditor: ['委托审计请填写审计机构'] }
      : {};
  const { staff, queried, hits, handled } = values;
  const more = (a: string | number | undefined, b: string | number | undefined): boolean =>
    Number(a) > Number(b);
  return {
    ...(more(queried, staff) ? { queried: ['查询人数不能多于在岗人数'] } : {}),
    ...(more(hits, queried) ? { hits: ['查出人数不能多于查询人数'] } : {}),
    // 未成年人保护法62: whoever was found is dismissed.
    ...(more(handled, hits) ? { handled: ['处理人数不能多于查出人数'] } : {}),
  };
}
