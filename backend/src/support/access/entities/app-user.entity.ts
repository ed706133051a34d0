import { Entity } from 'typeorm';
import { Id, Instant, Text, Uuid } from '../../../platform/database';

/** An account; one person, one role, one agency. */
@Entity('app_user')
export class AppUserEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  @Text()
  username: string;

  @Text()
  displayName: string;

  @Text()
  role: string;

  @Text()
  passwordHash: string;

  @Instant({ nullable: true })
  disabledAt: Date | null;

  @Instant()
  createdAt: Date;
}
