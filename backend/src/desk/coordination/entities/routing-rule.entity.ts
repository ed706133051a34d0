import { Entity, PrimaryColumn } from 'typeorm';
import { Bool, Int, Text } from '../../../platform/database';

/** 分派规则: which agency does what for a situation. */
@Entity('routing_rule')
export class RoutingRuleEntity {
  @PrimaryColumn('text')
  id: string;

  @Text()
  situation: string;

  @Text()
  agencyKind: string;

  @Text()
  role: string;

  @Text()
  task: string;

  @Bool()
  refusable: boolean;

  @Text({ nullable: true })
  onlyIf: string | null;

  @Text({ nullable: true })
  article: string | null;

  @Text()
  basis: string;

  @Int()
  sort: number;
}
