import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Json, Text, Uuid } from '../../../platform/database';

/** The append-only log of a watched child; words are encrypted under the key of the child. */
@Entity('watch_action')
export class WatchActionEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  watchItemId: string;

  @Uuid({ nullable: true })
  reportId: string | null;

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

  @Bytes({ nullable: true })
  note: Buffer | null;

  @Json()
  data: Record<string, unknown>;
}
