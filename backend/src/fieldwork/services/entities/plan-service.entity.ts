import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** 帮扶服务: one measure of a plan. */
@Entity('plan_service')
export class PlanServiceEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  planId: string;

  @Uuid()
  caseId: string;

  @Text()
  supportType: string;

  @Text()
  provider: string;

  @LocalDate()
  dueOn: string;

  @Text()
  state: string;

  @Instant({ nullable: true })
  doneAt: Date | null;

  @Bytes({ nullable: true })
  result: Buffer | null;
}
