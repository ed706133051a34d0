import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../platform/database';

/** 中止办理: why a case rests, and when somebody looks again. */
@Entity('case_suspension')
export class CaseSuspensionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  reason: string;

  @LocalDate()
  nextCheckOn: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  suspendedBy: string;

  @Instant()
  suspendedAt: Date;

  @Uuid({ nullable: true })
  endedBy: string | null;

  @Instant({ nullable: true })
  endedAt: Date | null;
}
