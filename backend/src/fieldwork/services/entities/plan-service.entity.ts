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

  /** An agency of the district gives it; else `providerWords`. */
  @Uuid({ nullable: true })
  providerAgencyId: string | null;

  @Bytes({ nullable: true })
  providerWords: Buffer | null;

  /** In clear, of rows that are older than the two above; no longer written. */
  @Text({ nullable: true })
  provider: string | null;

  @LocalDate()
  dueOn: string;

  @Text()
  state: string;

  @Instant({ nullable: true })
  startedAt: Date | null;

  /** When it was done or cancelled. */
  @Instant({ nullable: true })
  doneAt: Date | null;

  /** What came of it, or why it was cancelled. */
  @Bytes({ nullable: true })
  result: Buffer | null;
}
