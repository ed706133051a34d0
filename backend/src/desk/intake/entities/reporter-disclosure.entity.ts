import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** A recorded, time-limited opening of a reporter. */
@Entity('reporter_disclosure')
export class ReporterDisclosureEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  reporterId: string;

  @Uuid()
  userId: string;

  @Bytes()
  reason: Buffer;

  @Instant()
  grantedAt: Date;

  @Instant()
  grantedUntil: Date;
}
