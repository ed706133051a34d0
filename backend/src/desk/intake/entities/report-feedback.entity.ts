import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 反馈 to the reporter (未成年人保护法11). */
@Entity('report_feedback')
export class ReportFeedbackEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  reportId: string;

  @Text()
  stage: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  givenBy: string;

  @Instant()
  givenAt: Date;
}
