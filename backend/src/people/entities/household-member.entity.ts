import { Entity, PrimaryColumn } from 'typeorm';
import { Id, LocalDate, Text } from '../../platform/database';

/** Who belonged to a household, and when. */
@Entity('household_member')
export class HouseholdMemberEntity {
  @Id()
  householdId: string;

  @Id()
  personId: string;

  @Text()
  districtCode: string;

  @PrimaryColumn('date')
  validFrom: string;

  @LocalDate({ nullable: true })
  validTo: string | null;
}
