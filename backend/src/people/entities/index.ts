export { PersonEntity } from './person.entity';
export { PersonTokenEntity } from './person-token.entity';
export { RelationEntity } from './relation.entity';
export { HouseholdEntity } from './household.entity';
export { HouseholdMemberEntity } from './household-member.entity';
