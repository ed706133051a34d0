import { Entity } from 'typeorm';
import { Id, Instant, Int, Text, TextArray, Uuid } from '../../platform/database';

/** 个案: one child's episode of protection. */
@Entity('case_file')
export class CaseFileEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  caseNo: string;

  @Uuid()
  incidentId: string;

  @Uuid()
  childId: string;

  @TextArray()
  situations: string[];

  @Text()
  phase: string;

  @Text()
  urgency: string;

  /** Since when the case has this urgency; the database sets the time it is opened. */
  @Instant()
  urgencySince: Date;

  @Text({ nullable: true })
  riskLevel: string | null;

  @Text({ nullable: true })
  regionCode: string | null;

  @Uuid()
  ownerAgencyId: string;

  @Uuid({ nullable: true })
  workerAgencyId: string | null;

  @Uuid({ nullable: true })
  workerUserId: string | null;

  @Instant()
  openedAt: Date;

  @Instant({ nullable: true })
  closedAt: Date | null;

  @Instant()
  updatedAt: Date;

  @Int()
  version: number;
}
