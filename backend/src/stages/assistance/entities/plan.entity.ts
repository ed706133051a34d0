import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 帮扶方案 (D15). */
@Entity('plan')
export class PlanEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  /** Drafted by somebody whose plans wait for a leader's approval. */
  @Bool()
  proposed: boolean;

  @Bytes()
  body: Buffer;

  @LocalDate()
  reviewOn: string;

  @Uuid()
  madeBy: string;

  @Instant()
  madeAt: Date;
}
