import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Int, Text } from '../../../platform/database';

/** A keyed token of a child named in a report; equal tokens may mean the same child. */
@Entity('report_token')
export class ReportTokenEntity {
  @PrimaryColumn('text')
  token: string;

  @PrimaryColumn('text')
  districtCode: string;

  @Id()
  reportId: string;

  @PrimaryColumn('integer')
  childIndex: number;

  @Text()
  kind: string;

  @Int({ nullable: true })
  birthYear: number | null;
}
