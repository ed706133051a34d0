import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, LocalDate, Text, Uuid } from '../../../platform/database';

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

  /** Encrypted: number and person of the receipt an agency gave outside the system. */
  @Bytes({ nullable: true })
  receipt: Buffer | null;

  /** How often the task was refused, by whomever it was sent to. */
  @Int()
  refusals: number;

  /** 裁定: the agency may not refuse any more. */
  @Text({ nullable: true })
  rulingNo: string | null;

  /** The order of the agency that handed this one on and stays responsible. */
  @Uuid({ nullable: true })
  handedFrom: string | null;

  /** 预计办结. */
  @LocalDate({ nullable: true })
  expectedOn: string | null;

  @Instant({ nullable: true })
  receiptAt: Date | null;

  @Int()
  version: number;
}
