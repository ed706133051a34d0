import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 法律程序: one step that an organ took. */
@Entity('proceeding')
export class ProceedingEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  kind: string;

  @Instant()
  happenedAt: Date;

  @Text({ nullable: true })
  result: string | null;

  @Text({ nullable: true })
  variant: string | null;

  /** The organ, when it is an agency of the directory. */
  @Uuid({ nullable: true })
  organAgencyId: string | null;

  @Uuid({ nullable: true })
  addresseeAgencyId: string | null;

  @Bool()
  onBehalf: boolean;

  /** Document number, who told it, and the words. */
  @Bytes()
  body: Buffer;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
