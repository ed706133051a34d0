import { Entity } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** 谁不能知道: who must not know of a report. */
@Entity('report_exclusion')
export class ReportExclusionEntity {
  @Id()
  reportId: string;

  @Id()
  principalId: string;

  @Text()
  districtCode: string;

  @Text()
  hint: string;

  @Instant()
  since: Date;
}
