import { Entity } from 'typeorm';
import { Bool, Id, Text, Uuid } from '../../../platform/database';

/** 单位: an agency of a kind, in a region. */
@Entity('agency')
export class AgencyEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Text()
  regionCode: string;

  @Text()
  kind: string;

  @Text()
  name: string;

  @Uuid({ nullable: true })
  supervisorAgencyId: string | null;

  @Bool()
  logsIn: boolean;
}
