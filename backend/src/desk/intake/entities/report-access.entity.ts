import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** Who may read a report, why, from when and until when. */
@Entity('report_access')
export class ReportAccessEntity {
  @Id()
  reportId: string;

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
