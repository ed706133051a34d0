import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Json, LocalDate, Text, TextArray, Uuid } from '../../../platform/database';

/** 监护干预措施: one step of the ladder. */
@Entity('measure')
export class MeasureEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  kind: string;

  @Text()
  state: string;

  /** The agency whose act it is, when it is in the directory. */
  @Uuid({ nullable: true })
  agencyId: string | null;

  @Bool()
  onBehalf: boolean;

  @Instant()
  happenedAt: Date;

  @Bool()
  urgent: boolean;

  @TextArray()
  terms: string[];

  @TextArray()
  grounds: string[];

  @TextArray()
  evidence: string[];

  @Text({ nullable: true })
  applicant: string | null;

  /** Item of the evidence pack → present. */
  @Json()
  pack: Record<string, boolean>;

  @LocalDate({ nullable: true })
  decidedOn: string | null;

  @LocalDate({ nullable: true })
  expiresOn: string | null;

  @Text({ nullable: true })
  endResult: string | null;

  @LocalDate({ nullable: true })
  endedOn: string | null;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
