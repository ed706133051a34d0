import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 转为报告: which report came of a watched child or of a screening. */
@Entity('watch_report')
export class WatchReportEntity {
  @Id()
  reportId: string;

  @Text()
  districtCode: string;

  @Uuid({ nullable: true })
  watchItemId: string | null;

  @Uuid({ nullable: true })
  campaignTaskId: string | null;

  @Uuid()
  filedBy: string;

  @Instant()
  filedAt: Date;
}
