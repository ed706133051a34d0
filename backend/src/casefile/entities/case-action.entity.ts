import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, Text, Uuid } from '../../platform/database';

/** The append-only action log: every change of a report, case or order. */
@Entity('case_action')
export class CaseActionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid({ nullable: true })
  caseId: string | null;

  @Uuid({ nullable: true })
  reportId: string | null;

  @Uuid({ nullable: true })
  workOrderId: string | null;

  @Instant()
  at: Date;

  @Uuid({ nullable: true })
  actorUserId: string | null;

  @Uuid({ nullable: true })
  actorAgencyId: string | null;

  @Text()
  action: string;

  @Text({ nullable: true })
  stage: string | null;

  @Text({ nullable: true })
  fromState: string | null;

  @Text({ nullable: true })
  toState: string | null;

  @Bytes({ nullable: true })
  note: Buffer | null;

  @Json()
  data: Record<string, unknown>;
}
