import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Int } from '../../../platform/database';

/** Failed sign-ins of one account or address bucket (survives a restart). */
@Entity('login_throttle')
export class LoginThrottleEntity {
  @PrimaryColumn('bytea')
  bucket: Buffer;

  @Instant()
  windowStart: Date;

  @Int()
  failures: number;
}
