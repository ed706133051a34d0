import { Entity } from 'typeorm';
import { Id, Instant, Text } from '../../platform/database';

/** 家庭: people who live together. */
@Entity('household')
export class HouseholdEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text({ nullable: true })
  regionCode: string | null;

  @Instant()
  createdAt: Date;
}
