import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 应急核查: the first look at the child (D05). */
@Entity('safety_check')
export class SafetyCheckEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Instant()
  arrivedAt: Date;

  @Bool()
  seenChild: boolean;

  @Bool()
  spokeAlone: boolean;

  @Bool()
  medicalNeeded: boolean;

  @Text()
  decision: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  checkedBy: string;

  @Instant()
  recordedAt: Date;
}
