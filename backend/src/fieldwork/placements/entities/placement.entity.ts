import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, LocalDate, Text, Uuid } from '../../../platform/database';

/** 安置: where the child stays, one place at a time (D09; 未成年人保护法93). */
@Entity('placement')
export class PlacementEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  kind: string;

  @Text()
  basis: string;

  @Uuid({ nullable: true })
  agencyId: string | null;

  @Json()
  carerChecks: Record<string, string>;

  @Bytes()
  place: Buffer;

  @Bytes()
  body: Buffer;

  @LocalDate()
  startedOn: string;

  @LocalDate({ nullable: true })
  plannedEndOn: string | null;

  @LocalDate()
  nextReviewOn: string;

  @Uuid()
  placedBy: string;

  @Instant()
  placedAt: Date;

  @LocalDate({ nullable: true })
  endedOn: string | null;

  @Text({ nullable: true })
  endReason: string | null;

  @Bytes({ nullable: true })
  endBody: Buffer | null;

  @Uuid({ nullable: true })
  endedBy: string | null;
}
