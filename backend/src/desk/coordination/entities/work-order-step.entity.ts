import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, Uuid } from '../../../platform/database';

/** One step in the life of a work order; append-only. */
@Entity('work_order_step')
export class WorkOrderStepEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid()
  workOrderId: string;

  @Instant()
  at: Date;

  @Uuid({ nullable: true })
  actorUserId: string | null;

  @Uuid({ nullable: true })
  actorAgencyId: string | null;

  @Text()
  step: string;

  @Text({ nullable: true })
  code: string | null;

  @Text({ nullable: true })
  number: string | null;

  @Bytes({ nullable: true })
  note: Buffer | null;
}
