import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 护送交接 (D07). */
@Entity('handover')
export class HandoverEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  fromParty: string;

  @Text()
  toParty: string;

  @Instant()
  handedAt: Date;

  @Bool()
  rightsNotice: boolean;

  @Bool()
  guardianInformed: boolean;

  @Uuid({ nullable: true })
  policeStatementId: string | null;

  @Bytes()
  place: Buffer;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
