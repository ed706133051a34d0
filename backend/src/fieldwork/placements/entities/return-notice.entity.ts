import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 领回通知 (D14); the latest one of a placement counts. */
@Entity('return_notice')
export class ReturnNoticeEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Uuid()
  placementId: string;

  @Instant()
  notifiedAt: Date;

  @Bytes()
  body: Buffer;

  @Uuid()
  notifiedBy: string;

  @Instant()
  recordedAt: Date;
}
