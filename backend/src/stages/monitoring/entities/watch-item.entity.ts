import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Int, LocalDate, Text, TextArray, Uuid } from '../../../platform/database';

/** 监测对象: a child who is watched without a case (一人一档). */
@Entity('watch_item')
export class WatchItemEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  number: string;

  @Uuid()
  childId: string;

  @Text()
  regionCode: string;

  @TextArray()
  categories: string[];

  @Text()
  level: string;

  @Text()
  state: string;

  @Text()
  proposedFrom: string;

  @Uuid()
  proposedAgencyId: string;

  @Uuid()
  proposedBy: string;

  @Instant()
  proposedAt: Date;

  @Uuid({ nullable: true })
  confirmedBy: string | null;

  @Instant({ nullable: true })
  confirmedAt: Date | null;

  @Uuid()
  workerAgencyId: string;

  @Uuid({ nullable: true })
  workerUserId: string | null;

  @LocalDate({ nullable: true })
  nextVisitOn: string | null;

  @Int()
  missedBefore: number;

  @Instant({ nullable: true })
  lastSeenAt: Date | null;

  @Text({ nullable: true })
  endReason: string | null;

  @Instant({ nullable: true })
  endedAt: Date | null;

  @Bytes()
  body: Buffer;

  @Uuid({ nullable: true })
  campaignTaskId: string | null;

  @Instant()
  updatedAt: Date;

  @Int()
  version: number;
}
