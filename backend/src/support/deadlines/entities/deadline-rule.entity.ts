import { Entity, PrimaryColumn } from 'typeorm';
import { Json, Text } from '../../../platform/database';
import type { FurtherLimit, LadderStep, Limits } from '../ladder.rules';

/** 时限规则: a clock as data, with its source. */
@Entity('deadline_rule')
export class DeadlineRuleEntity {
  @PrimaryColumn('text')
  id: string;

  @Text()
  name: string;

  @Text()
  startEvent: string;

  @Json()
  limits: Limits;

  @Json()
  further: readonly FurtherLimit[];

  @Json()
  ladder: readonly LadderStep[];

  @Text()
  basis: string;

  @Text()
  ownerKind: string;

  @Text()
  source: string;

  @Text()
  verified: string;

  @Text({ nullable: true })
  note: string | null;
}
