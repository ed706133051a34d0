import { Entity } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** 谁不能知道: who must not know that this child is watched. */
@Entity('watch_exclusion')
export class WatchExclusionEntity {
  @Id()
  watchItemId: string;

  @Id()
  principalId: string;

  @Text()
  districtCode: string;

  @Text()
  hint: string;

  @Instant()
  since: Date;
}
