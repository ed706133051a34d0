import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile/dto/child-voice.request';
import { RecordVisitRequest } from '../../../fieldwork/visits/dto/record-visit.request';
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class ConfirmWatchRequest {
  @IsIn(['normal', 'watch', 'key'], { message: '请选择关注的级别' })
  level: 'normal' | 'watch' | 'key';

  @IsOptional()
  @Matches(DAY, { message: '请填写下次走访的日期' })
  nextVisitOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class ReturnWatchRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明需要补充什么' })
  reason: string;
}

export class WithdrawWatchRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么撤回' })
  reason: string;
}

export class AssignWatchRequest {
  @IsUUID(undefined, { message: '请选择走访的单位' })
  agencyId: string;

  @IsOptional()
  @IsUUID()
  userId?: string;
}

export class ChangeLevelRequest {
  @IsIn(['normal', 'watch', 'key'], { message: '请选择关注的级别' })
  level: 'normal' | 'watch' | 'key';

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么调整' })
  reason: string;
}

export class PlanVisitRequest {
  @Matches(DAY, { message: '请填写下次走访的日期' })
  nextVisitOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class PauseWatchRequest {
  @Matches(DAY, { message: '请填写什么时候再看' })
  untilOn: string;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么暂停、孩子现在由谁照看' })
  reason: string;
}

export class ResumeWatchRequest extends NoFieldsRequest {}

export class EndWatchRequest extends ChildVoiceRequest {
  /** One of WATCH_END_REASONS. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择结束的原因' })
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class ExcludeWatchRequest {
  @IsArray()
  @ArrayMinSize(1, { message: '请选择谁不能知道' })
  @ArrayMaxSize(2)
  @IsIn(['VILLAGE', 'TOWNSHIP'], { each: true, message: '请从列表中选择不能知道的单位' })
  hints: ('VILLAGE' | 'TOWNSHIP')[];

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么不能知道' })
  reason: string;
}

/** A visit with the two dangers of 未成年人保护法 art 21, which ask for a report at once. */
export class RecordWatchVisitRequest extends RecordVisitRequest {
  /** 不满八周岁或者需要特别照顾的孩子无人看护. */
  @IsBoolean({ message: '请选择孩子是否无人看护' })
  leftUnattended: boolean;

  /** 不满十六周岁脱离监护单独生活. */
  @IsBoolean({ message: '请选择孩子是否单独生活' })
  livesAlone: boolean;
}
