import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, Text, Uuid } from '../../platform/database';

/** 归档: how long the file is kept and what is in it (D27). One per case. */
@Entity('case_archive')
export class CaseArchiveEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid({ unique: true })
  caseId: string;

  @Text()
  retention: string;

  /** Null: kept for ever. */
  @Int({ nullable: true })
  retentionYears: number | null;

  @Int()
  documentCount: number;

  @Bytes()
  body: Buffer;

  @Uuid()
  archivedBy: string;

  @Instant()
  archivedAt: Date;
}
