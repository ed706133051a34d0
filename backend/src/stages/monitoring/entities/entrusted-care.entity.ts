import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, TextArray, Uuid } from '../../../platform/database';

/** 委托照护: who cares for the child while the parents are away (未成年人保护法 arts 22–23). */
@Entity('entrusted_care')
export class EntrustedCareEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  watchItemId: string;

  @Uuid({ nullable: true })
  carerId: string | null;

  @Text()
  state: string;

  @LocalDate()
  startedOn: string;

  @LocalDate({ nullable: true })
  endedOn: string | null;

  @TextArray()
  disqualifiers: string[];

  @LocalDate({ nullable: true })
  schoolToldOn: string | null;

  @LocalDate({ nullable: true })
  villageToldOn: string | null;

  @LocalDate({ nullable: true })
  parentsToldOn: string | null;

  @LocalDate({ nullable: true })
  lastContactOn: string | null;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
