import { Entity } from 'typeorm';
import { Bool, Id, Instant, Text } from '../../../platform/database';

/** A case whose child a new report may be about; its owner is told, whether or not the operator may know. */
@Entity('report_match')
export class ReportMatchEntity {
  @Id()
  reportId: string;

  @Id()
  caseId: string;

  @Text()
  districtCode: string;

  @Text()
  reportNo: string;

  /** The same ID number; otherwise the same name and a birth that does not contradict. */
  @Bool()
  sameId: boolean;

  @Instant()
  foundAt: Date;

  /** Somebody decided that it is another matter. */
  @Instant({ nullable: true })
  keptApartAt: Date | null;
}
