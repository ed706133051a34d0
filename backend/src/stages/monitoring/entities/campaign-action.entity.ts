import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, Text, Uuid } from '../../../platform/database';

/** The append-only log of a campaign; words are encrypted under the key of the campaign. */
@Entity('campaign_action')
export class CampaignActionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  campaignId: string;

  @Instant()
  at: Date;

  @Uuid()
  actorUserId: string;

  @Uuid()
  actorAgencyId: string;

  @Text()
  action: string;

  @Text({ nullable: true })
  fromState: string | null;

  @Text({ nullable: true })
  toState: string | null;

  @Uuid({ nullable: true })
  sheetId: string | null;

  @Uuid({ nullable: true })
  reportId: string | null;

  @Bytes({ nullable: true })
  note: Buffer | null;

  @Json()
  data: Record<string, unknown>;
}
