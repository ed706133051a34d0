import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, Json, Text, Uuid } from '../../../platform/database';

/** 评估: a scored form of a versioned instrument. */
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

  @Text()
  computedLevel: string;

  @Text()
  level: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  assessedBy: string;

  @Instant()
  assessedAt: Date;
}
