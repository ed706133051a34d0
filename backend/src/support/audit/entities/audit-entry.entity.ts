import { Entity, PrimaryColumn } from 'typeorm';
import { Bytes, Id, Json, Text, Uuid } from '../../../platform/database';

/** 审计: who did or tried what, INSERT-only, MACed in the same transaction. */
@Entity('audit_entry')
export class AuditEntryEntity {
  @Id()
  id: string;

  @PrimaryColumn('timestamptz')
  at: Date;

  @Text()
  districtCode: string;

  @Uuid({ nullable: true })
  actorUserId: string | null;

  @Uuid({ nullable: true })
  actorAgencyId: string | null;

  @Text()
  action: string;

  @Text()
  outcome: string;

  @Text({ nullable: true })
  subjectKind: string | null;

  @Uuid({ nullable: true })
  subjectId: string | null;

  @Text({ nullable: true })
  requestId: string | null;

  @Json()
  detail: Record<string, unknown>;

  @Bytes()
  mac: Buffer;
}
