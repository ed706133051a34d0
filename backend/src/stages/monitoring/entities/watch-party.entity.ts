import { Entity } from 'typeorm';
import { Id, Text } from '../../../platform/database';

/** Who belongs to a watched child: itself, its guardians, its carer. */
@Entity('watch_party')
export class WatchPartyEntity {
  @Id()
  watchItemId: string;

  @Id()
  personId: string;

  @Text()
  districtCode: string;

  @Text()
  role: string;
}
