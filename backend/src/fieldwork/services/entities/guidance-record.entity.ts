import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, LocalDate, Text, Uuid } from '../../../platform/database';

/** 家庭教育指导记录 (D22). */
@Entity('guidance_record')
export class GuidanceRecordEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  /** The service of the plan it belongs to, if it belongs to one. */
  @Uuid({ nullable: true })
  serviceId: string | null;

  @LocalDate()
  heldOn: string;

  @Int()
  minutes: number;

  @Text()
  method: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
