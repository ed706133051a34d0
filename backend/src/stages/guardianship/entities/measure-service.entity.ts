import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 送达: whom a measure reached, and when. */
@Entity('measure_service')
export class MeasureServiceEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Uuid()
  measureId: string;

  @Text()
  party: string;

  @Instant()
  servedAt: Date;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
