import { Entity } from 'typeorm';
import { Id, Instant, Int, Text, Uuid } from '../../../platform/database';

/** 一班: a person on duty for an agency. Withdrawn, never changed or deleted. */
@Entity('duty_shift')
export class DutyShiftEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  userId: string;

  @Text()
  post: string;

  @Int()
  rank: number;

  @Instant()
  startsAt: Date;

  @Instant()
  endsAt: Date;

  /** 替班. */
  @Uuid({ nullable: true })
  standsInFor: string | null;

  @Uuid()
  enteredBy: string;

  @Instant()
  enteredAt: Date;

  @Uuid({ nullable: true })
  withdrawnBy: string | null;

  @Instant({ nullable: true })
  withdrawnAt: Date | null;
}
