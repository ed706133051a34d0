import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Int, Json, LocalDate, Text, Uuid } from '../../../platform/database';

/** 走访 of a watched child: eight items, and the two dangers of 未成年人保护法 art 21. */
@Entity('watch_visit')
export class WatchVisitEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  watchItemId: string;

  @Text()
  visitType: string;

  @Instant()
  visitedAt: Date;

  @LocalDate({ nullable: true })
  plannedOn: string | null;

  @Int()
  missed: number;

  @Bool()
  seenChild: boolean;

  @Bool()
  spokeAlone: boolean;

  @Bool()
  guardianPresent: boolean;

  @Json()
  items: Record<string, unknown>;

  @Bool()
  leftUnattended: boolean;

  @Bool()
  livesAlone: boolean;

  @Bytes()
  body: Buffer;

  @LocalDate({ nullable: true })
  nextDueOn: string | null;

  @Uuid()
  visitedBy: string;

  @Instant()
  recordedAt: Date;
}
