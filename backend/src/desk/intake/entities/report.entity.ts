import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, Text, TextArray, Uuid } from '../../../platform/database';

/** 报告/线索: immutable as filed (content and hash). */
@Entity('report')
export class ReportEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  reportNo: string;

  @Text()
  channel: string;

  @Text()
  unitType: string;

  @Uuid()
  reporterId: string;

  @TextArray()
  situations: string[];

  @Text({ nullable: true })
  regionCode: string | null;

  @Int()
  childCount: number;

  @Text()
  childSafeNow: string;

  @Instant({ nullable: true })
  discoveredAt: Date | null;

  @Instant()
  reportedAt: Date;

  @Bool()
  policeRequired: boolean;

  @Instant({ nullable: true })
  policeToldAt: Date | null;

  @Text({ nullable: true })
  policeReceiptNo: string | null;

  @Instant({ nullable: true })
  authorityToldAt: Date | null;

  /** Agency kind of the 主管部门 that was told, with the number of its receipt. */
  @Text({ nullable: true })
  authorityKind: string | null;

  @Text({ nullable: true })
  authorityReceiptNo: string | null;

  @TextArray()
  exclusionHints: string[];

  @Bytes()
  narrative: Buffer;

  @Bytes()
  childSheet: Buffer;

  @Bytes()
  suspectSheet: Buffer;

  @Bytes()
  contentHash: Buffer;

  @Text()
  state: string;

  @Text()
  defaultUrgency: string;

  @Text()
  urgency: string;

  @Instant({ nullable: true })
  receivedAt: Date | null;

  @Instant({ nullable: true })
  triagedAt: Date | null;

  @Uuid({ nullable: true })
  incidentId: string | null;

  /** The earlier report this one repeats. */
  @Uuid({ nullable: true })
  duplicateOf: string | null;

  /** The reporter took it back; a mark, nothing is deleted. */
  @Instant({ nullable: true })
  retractedAt: Date | null;

  @Text({ nullable: true })
  closedReason: string | null;

  @Int()
  version: number;
}
