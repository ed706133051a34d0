import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 村级排查表: the part of one village in a screening, and how far it has come. */
@Entity('campaign_sheet')
export class CampaignSheetEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  campaignId: string;

  /** The number of the screening: what its clock and notices name. */
  @Text()
  number: string;

  @Text()
  regionCode: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  stationAgencyId: string;

  @Text()
  state: string;

  @Uuid({ nullable: true })
  submittedBy: string | null;

  @Instant({ nullable: true })
  submittedAt: Date | null;

  @Uuid({ nullable: true })
  signedBy: string | null;

  @Instant({ nullable: true })
  signedAt: Date | null;
}
