import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** Which agency sees a campaign, and why. */
@Entity('campaign_access')
export class CampaignAccessEntity {
  @Id()
  campaignId: string;

  @Id()
  principalId: string;

  @Text()
  districtCode: string;

  @PrimaryColumn('text')
  reason: string;

  @Instant()
  validFrom: Date;
}
