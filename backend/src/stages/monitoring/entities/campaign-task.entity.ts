import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, TextArray, Uuid } from '../../../platform/database';

/** One child to look after in a screening: a watched one, or one that the screening found. */
@Entity('campaign_task')
export class CampaignTaskEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  campaignId: string;

  @Uuid()
  sheetId: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  stationAgencyId: string;

  @Uuid({ nullable: true })
  watchItemId: string | null;

  @Text()
  state: string;

  @TextArray()
  findings: string[];

  @Text({ nullable: true })
  notMetReason: string | null;

  @Bytes({ nullable: true })
  body: Buffer | null;

  @Uuid({ nullable: true })
  workedBy: string | null;

  @Instant({ nullable: true })
  workedAt: Date | null;
}
