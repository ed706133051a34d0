export { UnitRecordEntity } from './unit-record.entity';
