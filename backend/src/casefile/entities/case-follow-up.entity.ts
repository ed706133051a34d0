import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, Text, Uuid } from '../../platform/database';

/** 跟踪回访: what somebody saw of the child after the case was closed (DL-046). */
@Entity('case_follow_up')
export class CaseFollowUpEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  /** The closing it follows; a case that is closed again begins anew. */
  @Uuid()
  closingId: string;

  /** Which of the planned ones, from 1. */
  @Int()
  round: number;

  @Instant()
  followedAt: Date;

  @Bool()
  seenChild: boolean;

  @Bool()
  spokeAlone: boolean;

  @Bool()
  guardianPresent: boolean;

  @Text()
  state: string;

  @Text()
  advice: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
