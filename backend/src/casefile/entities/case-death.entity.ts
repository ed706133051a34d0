import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../platform/database';

/** 孩子死亡: 重大事件报告, and the review by a leader. One per case. */
@Entity('case_death')
export class CaseDeathEntity {
  @Id()
  id: string;

  @Uuid({ unique: true })
  caseId: string;

  @Text()
  districtCode: string;

  @Instant()
  diedAt: Date;

  @Instant()
  reportedAt: Date;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;

  @Bytes({ nullable: true })
  review: Buffer | null;

  @Uuid({ nullable: true })
  reviewedBy: string | null;

  @Instant({ nullable: true })
  reviewedAt: Date | null;
}
