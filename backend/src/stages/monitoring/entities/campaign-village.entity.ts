import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Int, Text, Uuid } from '../../../platform/database';

/** One village of a campaign, and whether it has reported that it is done. */
@Entity('campaign_village')
export class CampaignVillageEntity {
  @Id()
  campaignId: string;

  @PrimaryColumn('text')
  regionCode: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  stationAgencyId: string;

  @Int({ nullable: true })
  households: number | null;

  @Uuid({ nullable: true })
  reportedBy: string | null;

  @Instant({ nullable: true })
  reportedAt: Date | null;
}
