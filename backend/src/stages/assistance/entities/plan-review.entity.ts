import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, Text, Uuid } from '../../../platform/database';

/** 帮扶复核 (DL-049): how far each service came, and what follows. */
@Entity('plan_review')
export class PlanReviewEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Uuid()
  planId: string;

  @Text()
  decision: string;

  /** A code of PROGRESS by service id. */
  @Json()
  progress: Record<string, string>;

  @Bytes()
  body: Buffer;

  @Uuid()
  reviewedBy: string;

  @Instant()
  reviewedAt: Date;
}
