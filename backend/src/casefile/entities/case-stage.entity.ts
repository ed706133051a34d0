import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../platform/database';

/** 环节: one opened stage of a case. */
@Entity('case_stage')
export class CaseStageEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  stage: string;

  @Instant()
  openedAt: Date;

  @Instant({ nullable: true })
  closedAt: Date | null;
}
