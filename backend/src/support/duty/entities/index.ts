export { DutyHandoverEntity, type OpenRecord } from './duty-handover.entity';
export { DutyShiftEntity } from './duty-shift.entity';
