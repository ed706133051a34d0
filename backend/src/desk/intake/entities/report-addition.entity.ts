import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 补充材料 to a filed report. */
@Entity('report_addition')
export class ReportAdditionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  reportId: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  addedBy: string;

  @Instant()
  addedAt: Date;
}
