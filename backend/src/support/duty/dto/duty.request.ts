import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsOptional,
  IsUUID,
  Matches,
  ValidateNested,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** One day of the grid. Nobody entered: the day is cleared. */
export class DutyDayRequest {
  @Matches(DAY, { message: '请填写日期' })
  day: string;

  /** In the order in which they are called. */
  @IsArray()
  @ArrayMaxSize(5, { message: '一天最多排 5 位值班员' })
  @ArrayUnique({ message: '同一个人不能排两次' })
  @IsUUID(undefined, { each: true, message: '请从列表中选择值班员' })
  officerIds: string[];

  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择带班领导' })
  leaderId?: string;
}

/** 排班: a week at once. */
export class EnterWeekRequest {
  @IsUUID(undefined, { message: '请选择单位' })
  agencyId: string;

  @Matches(TIME, { message: '请填写接班时间，如 08:30' })
  from: string;

  /** Not after `from`: on the next day. */
  @Matches(TIME, { message: '请填写交班时间，如 08:30' })
  to: string;

  @IsArray()
  @ArrayMinSize(1, { message: '请至少排一天' })
  @ArrayMaxSize(14, { message: '一次最多排两周' })
  @ValidateNested({ each: true })
  @Type(() => DutyDayRequest)
  days: DutyDayRequest[];
}

/** 替班. */
export class StandInRequest {
  @IsUUID(undefined, { message: '请选择替班的同事' })
  userId: string;
}
