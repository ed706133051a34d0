import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 需确认: an urgent message to an agency, until somebody who was called says 收到. */
@Entity('notice_alert')
export class NoticeAlertEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  /** The notice it began with. */
  @Text()
  kind: string;

  @Text()
  subjectKind: string;

  @Uuid()
  subjectId: string;

  /** The records whose exclusions hold for it. */
  @Uuid({ nullable: true })
  reportId: string | null;

  @Uuid({ nullable: true })
  caseId: string | null;

  @Text()
  number: string;

  /** Every agency and person it was sent to. */
  @Uuid({ array: true })
  called: string[];

  @Instant()
  raisedAt: Date;

  @Instant({ nullable: true })
  acknowledgedAt: Date | null;

  @Uuid({ nullable: true })
  acknowledgedBy: string | null;

  @Text({ nullable: true })
  acknowledgedHow: string | null;

  /** It fell away: the order was taken back before anybody looked. */
  @Instant({ nullable: true })
  lapsedAt: Date | null;
}
