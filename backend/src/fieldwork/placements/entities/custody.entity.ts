import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, LocalDate, Text, TextArray, Uuid } from '../../../platform/database';

/** 临时监护: decided by civil affairs, one at a time (D08; 未成年人保护法92). */
@Entity('custody')
export class CustodyEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @TextArray()
  reasons: string[];

  @LocalDate()
  startedOn: string;

  @Bool()
  guardianTold: boolean;

  @Bytes()
  body: Buffer;

  @Uuid()
  decidedBy: string;

  @Instant()
  decidedAt: Date;

  @LocalDate({ nullable: true })
  endedOn: string | null;

  @Text({ nullable: true })
  endReason: string | null;

  @Bytes({ nullable: true })
  endBody: Buffer | null;

  @Uuid({ nullable: true })
  endedBy: string | null;
}
