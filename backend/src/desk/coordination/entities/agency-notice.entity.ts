import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 告知: an agency that was told of a case and has no task in it; one for each case and agency. */
@Entity('agency_notice')
export class AgencyNoticeEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  /** The number alone is the receiver's: the case is out of its sight. */
  @Text()
  caseNo: string;

  @Uuid()
  agencyId: string;

  @Text()
  situation: string;

  @Text()
  task: string;

  @Text({ nullable: true })
  article: string | null;

  @Text()
  state: string;

  @Instant()
  informedAt: Date;

  @Uuid()
  informedBy: string;

  @Uuid()
  informedByAgencyId: string;

  /** The first reader of the agency. */
  @Instant({ nullable: true })
  readAt: Date | null;

  @Uuid({ nullable: true })
  readBy: string | null;

  /** 代为告知. */
  @Instant({ nullable: true })
  toldAt: Date | null;

  @Uuid({ nullable: true })
  toldBy: string | null;

  @Text({ nullable: true })
  toldHow: string | null;
}
