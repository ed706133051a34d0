import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 父母联系: that a parent who is away was in touch with the child (未成年人保护法 art 23). */
@Entity('parent_contact')
export class ParentContactEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  watchItemId: string;

  @Uuid()
  careId: string;

  @LocalDate()
  contactedOn: string;

  @Text()
  who: string;

  @Text()
  way: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
