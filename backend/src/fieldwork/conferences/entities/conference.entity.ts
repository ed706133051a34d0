import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** 会商: called for one case, with one conclusion (D13). */
@Entity('conference')
export class ConferenceEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  caseId: string;

  @Text()
  state: string;

  @Instant()
  meetsAt: Date;

  @Bytes()
  body: Buffer;

  @Uuid()
  convenedBy: string;

  @Instant()
  convenedAt: Date;

  @Text({ nullable: true })
  conclusion: string | null;

  @Bytes({ nullable: true })
  conclusionBody: Buffer | null;

  @Instant({ nullable: true })
  heldAt: Date | null;

  @Uuid({ nullable: true })
  concludedBy: string | null;

  @Instant({ nullable: true })
  concludedAt: Date | null;
}
