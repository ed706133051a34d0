import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** A case that a report opened, joined or reopened; both pages show the other. */
@Entity('report_link')
export class ReportLinkEntity {
  @Id()
  reportId: string;

  @Id()
  caseId: string;

  @Text()
  districtCode: string;

  @Text()
  how: string;

  @Instant()
  linkedAt: Date;

  @Uuid()
  linkedBy: string;
}
