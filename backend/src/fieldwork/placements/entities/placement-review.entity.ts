import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 安置复核: was the child seen where it lives, and is the place still right. */
@Entity('placement_review')
export class PlacementReviewEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Uuid()
  placementId: string;

  @Instant()
  reviewedAt: Date;

  @Bool()
  seenChild: boolean;

  @Text()
  suitable: string;

  @Text()
  carerFit: string;

  @LocalDate()
  nextReviewOn: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  reviewedBy: string;

  @Instant()
  recordedAt: Date;
}
