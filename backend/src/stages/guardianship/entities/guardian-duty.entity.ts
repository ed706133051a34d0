import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 监护人履职情况: whether the guardian performs the duty, and when it last did (24号文 35(3)). */
@Entity('guardian_duty')
export class GuardianDutyEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Bool()
  performing: boolean;

  @LocalDate()
  lastPerformedOn: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
