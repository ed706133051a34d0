import { Entity, Column, PrimaryColumn } from 'typeorm';
import { Bytes, Id, Instant, Uuid } from '../../../platform/database';

/** A command already done under this key; status and id only, never a body. */
@Entity('idempotency_key')
export class IdempotencyKeyEntity {
  @Id()
  actorId: string;

  @PrimaryColumn('text')
  route: string;

  @PrimaryColumn('text')
  key: string;

  @Bytes()
  bodyHash: Buffer;

  @Column('smallint')
  status: number;

  @Uuid({ nullable: true })
  subjectId: string | null;

  @Instant()
  createdAt: Date;
}
