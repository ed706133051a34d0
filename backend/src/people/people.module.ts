import { Global, Module } from '@nestjs/common';
import { PeopleController } from './people.controller';
import { PersonCaseSources } from './person-case-source';
import { PersonCipher } from './person-cipher';
import { PersonSearch } from './person-search';
import { PersonQueries } from './person.queries';
import { PersonService } from './person.service';
import { RelationService } from './relation.service';

/** 人员. Needs AppDatabase, FieldCrypto, FileKeyStore, IndexKey, AuditLog and ReferenceData in the global scope. */
@Global()
@Module({
  controllers: [PeopleController],
  providers: [PersonCaseSources, PersonCipher, PersonQueries, PersonSearch, PersonService, RelationService],
  exports: [PersonCaseSources, PersonQueries, PersonSearch, PersonService, RelationService],
})
export class PeopleModule {}
