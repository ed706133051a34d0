import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';

export class PlannedServiceRequest {
  /** One of SUPPORT_TYPES. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择服务类型' })
  supportType: string;

  @IsString()
  @MaxLength(200)
  @IsNotEmpty({ message: '请填写由谁提供服务' })
  provider: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写完成日期' })
  dueOn: string;
}

export class MakePlanRequest extends ChildVoiceRequest {
  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明帮扶目标' })
  goals: string;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明帮扶措施' })
  measures: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  emergencyPlan?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写复核日期' })
  reviewOn: string;

  @IsArray()
  @ArrayMinSize(1, { message: '请至少安排一项服务' })
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlannedServiceRequest)
  services: PlannedServiceRequest[];
}
