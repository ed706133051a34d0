import { Entity } from 'typeorm';
import { Bool, Bytes, Id, Text, Uuid } from '../../../platform/database';

/** 报告人: sealed; opened only with a recorded reason (反家庭暴力法14). */
@Entity('reporter')
export class ReporterEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @Uuid({ nullable: true })
  userId: string | null;

  @Uuid({ nullable: true })
  agencyId: string | null;

  @Bytes({ nullable: true })
  name: Buffer | null;

  @Bytes({ nullable: true })
  phone: Buffer | null;

  @Bytes({ nullable: true })
  position: Buffer | null;

  @Bool()
  wantsSecrecy: boolean;
}
