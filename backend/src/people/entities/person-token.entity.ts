import { Entity, PrimaryColumn } from 'typeorm';
import { Id } from '../../platform/database';

/** Keyed search token of a name, phone or number. */
@Entity('person_token')
export class PersonTokenEntity {
  @PrimaryColumn('text')
  token: string;

  @PrimaryColumn('text')
  districtCode: string;

  @Id()
  personId: string;
}
