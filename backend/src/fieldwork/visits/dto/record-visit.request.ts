import {
  IsBoolean,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';

export class VisitItemRequest {
  rating: 'normal' | 'watch' | 'abnormal';
  note?: string;
}

export class RecordVisitRequest {
  /** One of VISIT_TYPES. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择走访类型' })
  visitType: string;

  @IsISO8601({ strict: true }, { message: '请填写走访的日期和时间' })
  visitedAt: string;

  @IsBoolean({ message: '请选择是否见到孩子' })
  seenChild: boolean;

  @IsBoolean({ message: '请选择是否单独谈过' })
  spokeAlone: boolean;

  @IsBoolean({ message: '请选择监护人是否在场' })
  guardianPresent: boolean;

  /** Every code of VISIT_ITEMS; checked item by item. */
  @IsObject({ message: '请逐项填写八个方面的情况' })
  items: Record<string, VisitItemRequest>;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  problems?: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  actions?: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写下次走访的日期' })
  nextDueOn?: string;
}
