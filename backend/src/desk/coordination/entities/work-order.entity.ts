import { Entity } from 'typeorm';
import { Bool, Id, Instant, Int, Text, Uuid } from '../../../platform/database';

/** 协办单: what one agency must do for a case. */
@Entity('work_order')
export class WorkOrderEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  orderNo: string;

  @Uuid()
  reportId: string;

  @Uuid()
  incidentId: string;

  @Uuid()
  caseId: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  issuedByAgencyId: string;

  @Text()
  role: string;

  @Bool()
  isLetter: boolean;

  @Text()
  situation: string;

  @Text()
  task: string;

  @Text({ nullable: true })
  article: string | null;

  @Bool()
  refusable: boolean;

  @Text()
  urgency: string;

  @Text()
  state: string;

  @Int()
  returnedCount: number;

  @Instant()
  issuedAt: Date;

  @Instant({ nullable: true })
  acceptedAt: Date | null;

  @Uuid({ nullable: true })
  acceptedBy: string | null;

  @Instant({ nullable: true })
  finishedAt: Date | null;

  @Bool()
  onBehalf: boolean;

  @Text({ nullable: true })
  receiptNo: string | null;

  @Text({ nullable: true })
  receiptPerson: string | null;

  @Instant({ nullable: true })
  receiptAt: Date | null;

  @Int()
  version: number;
}
