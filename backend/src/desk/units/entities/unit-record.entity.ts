import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Instant, LocalDate, Text, Uuid } from '../../../platform/database';

/** One record of a unit's duty: a station, a post, a background check, a privacy audit. Never changed; a correction replaces it. */
@Entity('unit_record')
export class UnitRecordEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  @Text()
  duty: string;

  /** Opened, since, checked or audited on this day. */
  @LocalDate()
  startsOn: string;

  /** A station that closed, a post that was left. */
  @LocalDate({ nullable: true })
  endsOn: string | null;

  /** Sealed under the record's own key: a post bears a name and a telephone. */
  @Bytes()
  body: Buffer;

  /** 代登记. */
  @Bool()
  onBehalf: boolean;

  @Uuid({ nullable: true })
  replacesId: string | null;

  @Uuid()
  recordedBy: string;

  @Instant()
  recordedAt: Date;
}
