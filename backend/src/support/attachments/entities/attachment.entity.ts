import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, Text, Uuid } from '../../../platform/database';

/** 附件: a sealed original and what may be known about it. Only the withdrawal ever changes. */
@Entity('attachment')
export class AttachmentEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  subjectKind: string;

  @Uuid()
  subjectId: string;

  @Uuid({ nullable: true })
  reportId: string | null;

  @Uuid({ nullable: true })
  caseId: string | null;

  @Uuid({ nullable: true })
  workOrderId: string | null;

  @Text()
  number: string;

  @Text()
  purpose: string;

  @Bytes()
  name: Buffer;

  @Text()
  contentType: string;

  @Int()
  sizeBytes: number;

  @Bytes()
  sha256: Buffer;

  @Uuid()
  keyId: string;

  @Text()
  state: string;

  @Uuid()
  uploadedBy: string;

  @Uuid()
  uploadedAgencyId: string;

  @Instant()
  uploadedAt: Date;

  @Uuid({ nullable: true })
  withdrawnBy: string | null;

  @Instant({ nullable: true })
  withdrawnAt: Date | null;

  @Bytes({ nullable: true })
  withdrawal: Buffer | null;

  @Int()
  version: number;
}
