import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 通知: a number and a link, never a story. */
@Entity('notice')
export class NoticeEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid({ nullable: true })
  agencyId: string | null;

  @Uuid({ nullable: true })
  userId: string | null;

  @Text()
  kind: string;

  @Text()
  subjectKind: string;

  @Uuid()
  subjectId: string;

  @Text()
  number: string;

  @Text({ nullable: true })
  urgency: string | null;

  @Text()
  dedupeKey: string;

  /** The alert it belongs to: it must be confirmed. */
  @Uuid({ nullable: true })
  alertId: string | null;

  @Instant()
  createdAt: Date;
}
