import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, LocalDate, Text, Uuid } from '../../platform/database';

/** 人员: a child or an adult of a child's life. */
@Entity('person')
export class PersonEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  kind: string;

  @Bytes({ nullable: true })
  name: Buffer | null;

  @Text()
  sex: string;

  @LocalDate({ nullable: true })
  birthDate: string | null;

  @Bool()
  birthDateEstimated: boolean;

  @Text()
  idKind: string;

  @Bytes({ nullable: true })
  idNumber: Buffer | null;

  @Text({ nullable: true })
  noIdReason: string | null;

  @Bytes({ nullable: true })
  phone: Buffer | null;

  @Bytes({ nullable: true })
  address: Buffer | null;

  @Text({ nullable: true })
  regionCode: string | null;

  @Bytes({ nullable: true })
  school: Buffer | null;

  @Uuid()
  registeredByAgencyId: string;

  @Instant()
  createdAt: Date;

  @Instant()
  updatedAt: Date;

  @Int()
  version: number;
}
