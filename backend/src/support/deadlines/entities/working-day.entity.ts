import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../../../platform/database';

/** A day that differs from the weekend rule: 法定节假日 or 调休上班. */
@Entity('working_day')
export class WorkingDayEntity {
  @PrimaryColumn('date')
  day: string;

  @Text()
  kind: string;

  @Text()
  name: string;
}
