import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 移送: to another place or agency by letter; it ends nothing until the receiver accepts. */
@Entity('report_transfer')
export class ReportTransferEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  reportId: string;

  @Text()
  letterNo: string;

  /** An agency of this district; otherwise the receiver stands in the words. */
  @Uuid({ nullable: true })
  agencyId: string | null;

  @Bytes()
  body: Buffer;

  @Uuid()
  sentBy: string;

  @Instant()
  sentAt: Date;

  @Text()
  state: string;

  @Instant({ nullable: true })
  repliedAt: Date | null;

  @Uuid({ nullable: true })
  recordedBy: string | null;

  @Bytes({ nullable: true })
  reply: Buffer | null;
}
