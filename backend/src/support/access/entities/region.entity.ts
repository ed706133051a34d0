import { Entity, PrimaryColumn } from 'typeorm';
import { Bool, LocalDate, Text } from '../../../platform/database';

/** 区划: district, township, village. */
@Entity('region')
export class RegionEntity {
  @PrimaryColumn('text')
  code: string;

  @Text()
  name: string;

  @Text()
  level: string;

  @Text({ nullable: true })
  parentCode: string | null;

  @Text()
  districtCode: string;

  @Bool()
  isDemo: boolean;

  @LocalDate({ nullable: true })
  validFrom: string | null;

  @LocalDate({ nullable: true })
  validTo: string | null;

  @Text({ nullable: true })
  managedBy: string | null;
}
