import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 延长临时监护: a leader's reason after a conference (24号15). */
@Entity('custody_extension')
export class CustodyExtensionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Uuid()
  custodyId: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  extendedBy: string;

  @Instant()
  extendedAt: Date;
}
