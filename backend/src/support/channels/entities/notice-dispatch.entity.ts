import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** 发送记录: one notice over one channel; neither the address nor the text. */
@Entity('notice_dispatch')
export class NoticeDispatchEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  noticeId: string;

  @Uuid({ nullable: true })
  alertId: string | null;

  @Uuid({ nullable: true })
  agencyId: string | null;

  @Text()
  channel: string;

  @Uuid({ nullable: true })
  userId: string | null;

  @Instant({ nullable: true })
  contactChangedAt: Date | null;

  @Text()
  state: string;

  @Text({ nullable: true })
  reason: string | null;

  @Text({ nullable: true })
  providerId: string | null;

  @Instant()
  at: Date;
}
