import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { GUIDANCE_METHODS, type GuidanceMethod, LONGEST_MINUTES } from '../guidance.rules';

export class RecordGuidanceRequest {
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写指导的日期' })
  heldOn: string;

  @IsInt({ message: '请填写指导了多少分钟' })
  @Min(1, { message: '请填写指导了多少分钟' })
  @Max(LONGEST_MINUTES, { message: '请核对时长，单位是分钟' })
  minutes: number;

  @IsIn(Object.keys(GUIDANCE_METHODS), { message: '请选择指导方式' })
  method: GuidanceMethod;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明指导的内容' })
  topic: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明监护人的反应' })
  guardianResponse: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  next?: string;

  /** A service of the plan it belongs to; it counts as begun from then on. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从本个案的服务中选择' })
  serviceId?: string;
}
