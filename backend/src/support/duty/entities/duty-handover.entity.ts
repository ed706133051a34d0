import { Entity } from 'typeorm';
import { Id, Instant, Json, Text, Uuid } from '../../../platform/database';

/** A record that was urgent and open when the duty changed hands. */
export interface OpenRecord {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly number: string;
}

/** 交接班: what was urgent and open, by number; no word of a case. */
@Entity('duty_handover')
export class DutyHandoverEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  agencyId: string;

  @Uuid()
  shiftId: string;

  @Uuid()
  toShiftId: string;

  @Json()
  open: readonly OpenRecord[];

  @Uuid()
  handedBy: string;

  @Instant()
  handedAt: Date;

  @Uuid({ nullable: true })
  confirmedBy: string | null;

  @Instant({ nullable: true })
  confirmedAt: Date | null;
}
