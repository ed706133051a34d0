import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 审核 of a proposed plan: one per plan, by somebody else than who drafted it. */
@Entity('plan_decision')
export class PlanDecisionEntity {
  @Id()
  planId: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Bool()
  approved: boolean;

  @Bytes({ nullable: true })
  note: Buffer | null;

  @Uuid()
  decidedBy: string;

  @Instant()
  decidedAt: Date;
}
