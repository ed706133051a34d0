import { Entity } from 'typeorm';
import { Bytes, Id, Instant, LocalDate, Text, TextArray, Uuid } from '../../../platform/database';

/** 关爱排查: a screening of a key period. */
@Entity('campaign')
export class CampaignEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  number: string;

  @Text()
  kind: string;

  @Text()
  state: string;

  @Uuid()
  ownerAgencyId: string;

  @TextArray()
  regions: string[];

  @TextArray()
  categories: string[];

  @TextArray()
  checklist: string[];

  @LocalDate()
  startsOn: string;

  @LocalDate()
  endsOn: string;

  @Bytes()
  body: Buffer;

  @Uuid()
  createdBy: string;

  @Instant()
  createdAt: Date;

  @Instant({ nullable: true })
  openedAt: Date | null;

  @Instant({ nullable: true })
  closedAt: Date | null;
}
