import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** Which agency sees a watched child, and why. */
@Entity('watch_access')
export class WatchAccessEntity {
  @Id()
  watchItemId: string;

  @Id()
  principalId: string;

  @Text()
  districtCode: string;

  @PrimaryColumn('text')
  reason: string;

  @Instant()
  validFrom: Date;

  @Instant({ nullable: true })
  validUntil: Date | null;
}
