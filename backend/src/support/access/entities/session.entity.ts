import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Uuid } from '../../../platform/database';

/** A signed-in browser; only a hash of the cookie is kept. */
@Entity('session')
export class SessionEntity {
  @PrimaryColumn('bytea')
  tokenHash: Buffer;

  @Uuid()
  id: string;

  @Uuid()
  userId: string;

  @Instant()
  createdAt: Date;

  @Instant()
  lastSeenAt: Date;

  @Instant()
  expiresAt: Date;
}
