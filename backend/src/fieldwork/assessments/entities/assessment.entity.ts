import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, Json, Text, Uuid } from '../../../platform/database';

/** 评估: a scored form of a versioned instrument. Never changed: a second person's word is an AssessmentReviewEntity. */
@Entity('assessment')
export class AssessmentEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  instrument: string;

  @Int()
  instrumentVersion: number;

  @Json()
  answers: Record<string, unknown>;

  /** Of scored forms: the sum of what is known, and with everything unknown at its worst. */
  @Int({ nullable: true })
  score: number | null;

  @Int({ nullable: true })
  scoreUpTo: number | null;

  /** A danger that the safety screen found overrides the score (domain §11). */
  @Bool()
  bySafetyScreen: boolean;

  @Text()
  computedLevel: string;

  @Text()
  level: string;

  /** The level of the case before. */
  @Text({ nullable: true })
  previousLevel: string | null;

  /** It lowers a guard and waits for a second person. */
  @Bool()
  proposed: boolean;

  @Bytes()
  body: Buffer;

  @Uuid()
  assessedBy: string;

  @Instant()
  assessedAt: Date;
}
