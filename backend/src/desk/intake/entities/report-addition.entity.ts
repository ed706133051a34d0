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

  /** addition, or retraction 撤回标注. */
  @Text()
  kind: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  addedBy: string;

  @Instant()
  addedAt: Date;
}
