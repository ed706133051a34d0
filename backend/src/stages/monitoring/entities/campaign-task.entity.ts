import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, Json, Text, Uuid } from '../../../platform/database';

/** One child or household to look after in a campaign. */
@Entity('campaign_task')
export class CampaignTaskEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  campaignId: string;

  @Text()
  regionCode: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  stationAgencyId: string;

  @Uuid({ nullable: true })
  watchItemId: string | null;

  @Text()
  state: string;

  @Bool()
  finding: boolean;

  @Json({ nullable: true })
  answers: Record<string, unknown> | null;

  @Bytes({ nullable: true })
  body: Buffer | null;

  @Instant()
  openedAt: Date;

  @Uuid({ nullable: true })
  workedBy: string | null;

  @Instant({ nullable: true })
  workedAt: Date | null;

  @Int()
  version: number;
}
