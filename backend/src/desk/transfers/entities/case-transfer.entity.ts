import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, TextArray, Uuid } from '../../../platform/database';

/** 转出: a case on its way to another district; sheet and reply are sealed under the transfer's own key. */
@Entity('case_transfer')
export class CaseTransferEntity {
  @Id()
  id: string;

  /** Of the sender. */
  @Text()
  districtCode: string;

  @Text({ unique: true })
  transferNo: string;

  @Uuid()
  caseId: string;

  /** Null: the place is not on this system, and its answer is recorded on its behalf. */
  @Text({ nullable: true })
  toDistrict: string | null;

  @Text()
  urgency: string;

  @TextArray()
  situations: string[];

  @Text()
  state: string;

  @Bytes()
  sheet: Buffer;

  @Bytes({ nullable: true })
  reply: Buffer | null;

  @Uuid()
  requestedBy: string;

  @Instant()
  requestedAt: Date;

  @Instant({ nullable: true })
  answeredAt: Date | null;

  @Instant({ nullable: true })
  endedAt: Date | null;

  /** The report the receiver filed: the receiver's own, the sender is not shown it. */
  @Uuid({ nullable: true })
  receivedReportId: string | null;
}
