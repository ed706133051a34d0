export { PersonResponse } from './dto/person.response';
export * from './entities';
export { PeopleModule } from './people.module';
export {
  type PersonCase,
  type PersonCaseSource,
  PersonCaseSources,
  type PersonRights,
  type PersonRightsReader,
} from './person-case-source';
export { PersonSearch, type ReportedIdentity, type SimilarChild } from './person-search';
export { DESTROYED, PersonQueries, type Reveal } from './person.queries';
export { PersonService } from './person.service';
export type { GuardianKind, NewPerson, NewRelation, PersonChanges } from './person.types';
export { RelationService } from './relation.service';
export { ageOn } from './rules/age';
export { mayReadClass } from './rules/person-rights';
export { checkIdNumber } from './rules/id-number';
