import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, TextArray, Uuid } from '../../../platform/database';

/** 存查: one person proposes with a written reason and what was checked, another decides. */
@Entity('report_screening')
export class ReportScreeningEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  reportId: string;

  @TextArray()
  checks: string[];

  @Bytes()
  reason: Buffer;

  @Uuid()
  proposedBy: string;

  @Instant()
  proposedAt: Date;

  @Text({ nullable: true })
  outcome: string | null;

  @Uuid({ nullable: true })
  decidedBy: string | null;

  @Instant({ nullable: true })
  decidedAt: Date | null;

  @Bytes({ nullable: true })
  remark: Buffer | null;

  @Instant({ nullable: true })
  revivedAt: Date | null;
}
