import { Entity } from 'typeorm';
import { Bool, Id, Instant, Int, Json, Text, Uuid } from '../../../platform/database';
import type { LadderRung } from '../ladder.rules';

/** 时限: a running or finished clock of one report, case or work order. */
@Entity('deadline')
export class DeadlineEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  ruleId: string;

  @Text({ nullable: true })
  variant: string | null;

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
  urgency: string;

  @Instant()
  startAt: Date;

  @Instant()
  dueAt: Date;

  @Bool()
  provisional: boolean;

  @Bool()
  statutory: boolean;

  /** Whether somebody is late when it runs out; false for what a court is asked and for a party's right. */
  @Bool()
  duty: boolean;

  @Uuid()
  ownerAgencyId: string;

  @Uuid({ nullable: true })
  ownerUserId: string | null;

  @Uuid({ nullable: true })
  escalationAgencyId: string | null;

  @Text()
  state: string;

  @Json()
  ladder: readonly LadderRung[];

  @Int()
  nextStep: number;

  @Instant({ nullable: true })
  nextStepAt: Date | null;

  @Instant({ nullable: true })
  closedAt: Date | null;
}
