import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 复核 of an assessment that lowers a guard: one, by somebody else than the assessor. */
@Entity('assessment_review')
export class AssessmentReviewEntity {
  @Id()
  assessmentId: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Bool()
  agreed: boolean;

  @Bytes({ nullable: true })
  note: Buffer | null;

  @Uuid()
  reviewedBy: string;

  @Instant()
  reviewedAt: Date;
}
