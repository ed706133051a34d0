export { WorkingDayEntity } from './working-day.entity';
export { WorkingDayYearEntity } from './working-day-year.entity';
export { DeadlineRuleEntity } from './deadline-rule.entity';
export { DeadlineEntity } from './deadline.entity';
export { DeadlineStepEntity } from './deadline-step.entity';
