export { GuardianDutyEntity } from './guardian-duty.entity';
export { MeasureEntity } from './measure.entity';
export { MeasureServiceEntity } from './measure-service.entity';
