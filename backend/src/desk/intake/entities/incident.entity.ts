import { Entity } from 'typeorm';
import { Bytes, Id, Instant, Text, TextArray } from '../../../platform/database';

/** 事件: what one or more reports are about. */
@Entity('incident')
export class IncidentEntity {
  @Id()
  id: string;

  @Text()
  districtCode: string;

  @TextArray()
  situations: string[];

  @Bytes({ nullable: true })
  place: Buffer | null;

  @Bytes()
  summary: Buffer;

  @Instant()
  createdAt: Date;
}
