import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
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

/** An agency of the district, or a person in words: exactly one of the two. */
export class ConferenceSeatRequest {
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  agencyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  name?: string;
}

export class ConveneConferenceRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么召集会商' })
  reason: string;

  @IsISO8601({ strict: true }, { message: '请填写会商的日期和时间' })
  meetsAt: string;

  @IsString()
  @MaxLength(200)
  @IsNotEmpty({ message: '请填写会商的地点' })
  place: string;

  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一个参加单位或人员' })
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConferenceSeatRequest)
  participants: ConferenceSeatRequest[];
}

export class ConferenceOpinionRequest {
  @IsUUID(undefined, { message: '请从参加单位中选择' })
  participantId: string;

  @IsBoolean({ message: '请选择是否到场' })
  present: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  opinion?: string;
}

export class ConferenceTaskRequest {
  @IsUUID(undefined, { message: '请选择负责单位' })
  agencyId: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明要做什么' })
  what: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写完成日期' })
  dueOn: string;
}

export class ConcludeConferenceRequest extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写会商召开的时间' })
  heldAt: string;

  /** One line for every seat of the conference. */
  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConferenceOpinionRequest)
  opinions: ConferenceOpinionRequest[];

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明会商认定的事实' })
  facts: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  dissent?: string;

  @IsIn(['return', 'continue', 'revoke', 'other'], { message: '请选择会商的结论' })
  conclusion: 'return' | 'continue' | 'revoke' | 'other';

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明结论的理由' })
  explanation: string;

  @IsOptional()
  @IsBoolean({ message: '请选择「是」或「否」' })
  dangerRemoved?: boolean;

  @IsOptional()
  @IsBoolean({ message: '请选择「是」或「否」' })
  guardianAble?: boolean;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明保密要求' })
  confidentiality: string;

  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ConferenceTaskRequest)
  tasks: ConferenceTaskRequest[];
}

export class CancelConferenceRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么取消；改期请取消后重新召集' })
  reason: string;
}

export class CompleteTaskRequest {
  @IsUUID(undefined, { message: '请选择要登记的任务' })
  taskId: string;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明任务的结果' })
  result: string;
}
