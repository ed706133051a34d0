import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Json, LocalDate, Text, Uuid } from '../../../platform/database';

/** 走访: what was seen of the child (D16). */
@Entity('visit')
export class VisitEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  visitType: string;

  @Instant()
  visitedAt: Date;

  @Bool()
  seenChild: boolean;

  @Bool()
  spokeAlone: boolean;

  @Bool()
  guardianPresent: boolean;

  @Json()
  items: Record<string, unknown>;

  @Bytes()
  body: Buffer;

  @LocalDate({ nullable: true })
  nextDueOn: string | null;

  @Uuid()
  visitedBy: string;

  @Instant()
  recordedAt: Date;
}
