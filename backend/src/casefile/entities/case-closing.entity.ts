import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, Text, Uuid } from '../../platform/database';

/** 结案申请 and its sign-off. */
@Entity('case_closing')
export class CaseClosingEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  reason: string;

  /** Null: the case ended before anybody assessed it. */
  @Text({ nullable: true })
  riskLevel: string | null;

  @Json()
  checklist: Record<string, unknown>;

  @Bytes()
  body: Buffer;

  @Uuid()
  requestedBy: string;

  @Instant()
  requestedAt: Date;

  /** The township looked at a village's request (三级审核). */
  @Uuid({ nullable: true })
  endorsedBy: string | null;

  @Instant({ nullable: true })
  endorsedAt: Date | null;

  @Bytes({ nullable: true })
  endorsement: Buffer | null;

  @Uuid({ nullable: true })
  signedBy: string | null;

  @Instant({ nullable: true })
  signedAt: Date | null;
}
