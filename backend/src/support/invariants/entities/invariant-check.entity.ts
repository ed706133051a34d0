import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Int, TextArray } from '../../../platform/database';

/** What the last look at one invariant found. */
@Entity('invariant_check')
export class InvariantCheckEntity {
  @PrimaryColumn('text')
  id: string;

  @Instant()
  checkedAt: Date;

  @Int()
  broken: number;

  /** Kind and id of some of the records. */
  @TextArray()
  examples: string[];

  @Instant({ nullable: true })
  brokenSince: Date | null;
}
