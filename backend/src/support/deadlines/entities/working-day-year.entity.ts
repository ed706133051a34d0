import { Entity, PrimaryColumn } from 'typeorm';
import { Text } from '../../../platform/database';

/** A year whose holiday notice has been loaded. */
@Entity('working_day_year')
export class WorkingDayYearEntity {
  @PrimaryColumn('integer')
  year: number;

  @Text()
  source: string;
}
