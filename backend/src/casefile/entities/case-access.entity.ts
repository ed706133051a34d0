import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Text } from '../../platform/database';

/** Who may read a case, why, from when and until when. */
@Entity('case_access')
export class CaseAccessEntity {
  @Id()
  caseId: string;

  @Id()
  principalId: string;

  @Text()
  districtCode: string;

  @PrimaryColumn('text')
  reason: string;

  @Instant()
  validFrom: Date;

  @Instant({ nullable: true })
  validUntil: Date | null;
}
