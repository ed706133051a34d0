import { Entity } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** 已读: who read a notice and when. */
@Entity('notice_read')
export class NoticeReadEntity {
  @Id()
  noticeId: string;

  @Id()
  userId: string;

  @Text()
  districtCode: string;

  @Instant()
  readAt: Date;
}
