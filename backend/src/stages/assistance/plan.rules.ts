import { type ChildVoice, childVoiceErrors, dayAheadErrors, type FieldErrors } from '../../casefile';

export interface PlanForm extends ChildVoice {
  readonly reviewOn: string;
  readonly goals: readonly { readonly dueOn: string }[];
  readonly childInformed: boolean;
  readonly notInformedReason?: string;
  readonly services: readonly { readonly dueOn: string }[];
}

/**
 * What is wrong with a plan (D15), by field: a review lies ahead, nothing is due before it was planned, and a child who
 * was not told what comes next has a reason on paper (未成年人保护法 4(五)).
 */
export function planErrors(form: PlanForm, now: Date): FieldErrors {
  const errors: FieldErrors = {
    ...childVoiceErrors(form),
    ...dayAheadErrors('reviewOn', form.reviewOn, now, true),
  };
  for (const [index, { dueOn }] of form.goals.entries())
    Object.assign(errors, dayAheadErrors(`goals.${index}.dueOn`, dueOn, now));
  for (const [index, { dueOn }] of form.services.entries())
    Object.assign(errors, dayAheadErrors(`services.${index}.dueOn`, dueOn, now));
  if (!form.childInformed && (form.notInformedReason ?? '').trim() === '')
    errors.notInformedReason = ['请写明为什么没有给孩子看或讲「接下来会发生什么」'];
  return errors;
}

/** Where a plan stands. Each plan that counts replaces the one before; a draft that another plan overtook counts no more. */
export const PLAN_STATES = {
  proposed: '待审核',
  approved: '执行中',
  returned: '已退回',
  replaced: '已被新方案替代',
} as const;
export type PlanState = keyof typeof PLAN_STATES;

export interface PlanMark {
  readonly proposed: boolean;
  /** Null until somebody decided. */
  readonly approved: boolean | null;
}

const counts = ({ proposed, approved }: PlanMark): boolean => !proposed || approved === true;

/** The state of each plan of a case, oldest first. */
export function planStates(plans: readonly PlanMark[]): PlanState[] {
  const current = plans.findLastIndex(counts);
  return plans.map((plan, index) => {
    if (plan.approved === false) return 'returned';
    if (counts(plan)) return index === current ? 'approved' : 'replaced';
    return index === plans.length - 1 ? 'proposed' : 'replaced';
  });
}
