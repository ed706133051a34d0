export { UnitRecordEntity } from './entities';
export { UnitsModule } from './units.module';
export { DUTIES } from './unit.rules';
