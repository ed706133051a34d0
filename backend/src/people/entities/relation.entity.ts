import { Entity } from 'typeorm';
import { Id, LocalDate, Text, Uuid } from '../../platform/database';

/** 关系: what person is to child (GB/T 4761), dated. */
@Entity('relation')
export class RelationEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  personId: string;

  @Uuid()
  childId: string;

  @Text()
  code: string;

  @Text({ nullable: true })
  guardianKind: string | null;

  @LocalDate({ nullable: true })
  validFrom: string | null;

  @LocalDate({ nullable: true })
  validTo: string | null;
}
