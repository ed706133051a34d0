import { Entity, PrimaryColumn } from 'typeorm';
import { Int, Json, Text } from '../../../platform/database';

/** One entry of a code set (situations, relations, ...). */
@Entity('code_item')
export class CodeItemEntity {
  @PrimaryColumn('text')
  setCode: string;

  @PrimaryColumn('text')
  code: string;

  @Text()
  name: string;

  @Json()
  body: Record<string, unknown>;

  @Int()
  sort: number;
}
