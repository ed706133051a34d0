export { seesDistrict } from './duty.policy';
export { DutyModule } from './duty.module';
export * from './entities';
export { Roster } from './roster';
export { RosterQueries } from './roster.queries';
