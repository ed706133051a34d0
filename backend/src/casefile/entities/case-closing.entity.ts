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

  @Text()
  riskLevel: string;

  @Json()
  checklist: Record<string, unknown>;

  @Bytes()
  body: Buffer;

  @Uuid()
  requestedBy: string;

  @Instant()
  requestedAt: Date;

  @Uuid({ nullable: true })
  signedBy: string | null;

  @Instant({ nullable: true })
  signedAt: Date | null;
}
