import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Text } from '../../platform/database';

/** Who has which part in a case. */
@Entity('case_party')
export class CasePartyEntity {
  @Id()
  caseId: string;

  @Id()
  personId: string;

  @Text()
  districtCode: string;

  @PrimaryColumn('text')
  role: string;
}
