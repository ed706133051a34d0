import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, Text, Uuid } from '../../../platform/database';

/** 草稿: what a person is typing, encrypted, until it is submitted. */
@Entity('draft')
export class DraftEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  userId: string;

  @Text()
  kind: string;

  @Uuid({ nullable: true })
  subjectId: string | null;

  @Bytes()
  body: Buffer;

  @Int()
  version: number;

  @Instant()
  updatedAt: Date;
}
