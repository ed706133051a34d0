import { Entity, PrimaryColumn } from 'typeorm';
import { Id, Instant, Text } from '../../../platform/database';

/** One rung of the ladder that was taken: 提醒, 催办, 督办. */
@Entity('deadline_step')
export class DeadlineStepEntity {
  @Id()
  deadlineId: string;

  @PrimaryColumn('integer')
  stepIndex: number;

  @Text()
  districtCode: string;

  @Text()
  step: string;

  @Text({ nullable: true })
  number: string | null;

  @Instant()
  at: Date;
}
