import { pastInstantErrors, type FieldErrors } from '../../../casefile';
import { CARER_CHECKS, type CarerCheck } from '../../../fieldwork/placements';
import { localDate, startOfDay } from '../../../kernel';

export type CarerAnswers = Readonly<Record<CarerCheck, boolean>>;

/**
 * A yes to one of the four questions stands in the way of the entrustment, not of writing down what is so: the child may
 * be with this person already, and then that is what has to be recorded (未成年人保护法 arts 22, 43).
 */
export function carerErrors(answers: CarerAnswers): FieldErrors {
  const yes = Object.entries(CARER_CHECKS).filter(([check]) => answers[check as CarerCheck]);
  return Object.fromEntries(
    yes.map(([check, words]) => [
      check,
      [
        `${words}的人不得作为被委托人（未成年人保护法第二十二条）。请告知父母另选他人；孩子现在就由此人照看的，请改用「登记照护人不合适」`,
      ],
    ]),
  );
}

/** A day that is a day, and not ahead. */
export function pastDayErrors(field: string, day: string | undefined, now: Date): FieldErrors {
  if (day === undefined) return {};
  try {
    return pastInstantErrors(field, startOfDay(day).toISOString(), now);
  } catch {
    return { [field]: ['请填写日期'] };
  }
}

/** What is wrong with a contact: it lies ahead, or before the care began. */
export function contactErrors(contactedOn: string, startedOn: string, now: Date): FieldErrors {
  const errors = pastDayErrors('contactedOn', contactedOn, now);
  if (Object.keys(errors).length > 0) return errors;
  return contactedOn < startedOn || contactedOn > localDate(now)
    ? { contactedOn: [`委托照护从 ${startedOn} 开始，请核对联系的日期`] }
    : {};
}

export const CARE_STATES = { running: '照护中', unfit: '照护人不合适', ended: '已结束' } as const;
export const CONTACT_WHO = { father: '父亲', mother: '母亲', both: '父母', other: '其他监护人' } as const;
export const CONTACT_WAYS = { phone: '电话', video: '视频', home: '回家' } as const;
