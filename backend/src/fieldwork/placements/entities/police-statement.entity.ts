import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 公安案件情况说明 after a hand-over (24号13). */
@Entity('police_statement')
export class PoliceStatementEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Instant()
  receivedAt: Date;

  @Text()
  outcome: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
