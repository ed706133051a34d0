import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
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

  /** An agency of the district; without one, `provider` says in words who gives the service. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  providerAgencyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  provider?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写完成日期' })
  dueOn: string;
}

/** One goal with what leads to it (D15). */
export class PlanGoalRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明帮扶目标' })
  goal: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明帮扶措施' })
  measures: string;

  /** 责任人: who sees to it. */
  @IsString()
  @MaxLength(200)
  @IsNotEmpty({ message: '请写明由谁负责' })
  owner: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写完成日期' })
  dueOn: string;

  /** 资源: money, places, people it takes. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  resources?: string;
}

export class MakePlanRequest extends ChildVoiceRequest {
  @IsArray()
  @ArrayMinSize(1, { message: '请至少写一个目标' })
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => PlanGoalRequest)
  goals: PlanGoalRequest[];

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  emergencyPlan?: string;

  /** 成年后的安排: where the young person lives, learns or works after 18, and who stays in touch (DL-048). */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明成年后的安排，还没有想好的请留空' })
  adulthood?: string;

  /** What parents or carers say to it. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  familyView?: string;

  /** Whether the child read or heard the plan as 「接下来会发生什么」. */
  @IsBoolean({ message: '请选择孩子是否看过或听过「接下来会发生什么」' })
  childInformed: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  notInformedReason?: string;

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
