import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text } from '../../../platform/database';

/** 我的联系方式: how a person may be reached for duty; without a row, not at all. */
@Entity('user_contact')
export class UserContactEntity {
  @Id()
  userId: string;

  @Text()
  districtCode: string;

  @Bytes({ nullable: true })
  phone: Buffer | null;

  @Bytes({ nullable: true })
  email: Buffer | null;

  @Instant({ nullable: true })
  agreedAt: Date | null;

  @Text({ nullable: true })
  quietFrom: string | null;

  @Text({ nullable: true })
  quietTo: string | null;

  @Instant()
  changedAt: Date;
}
