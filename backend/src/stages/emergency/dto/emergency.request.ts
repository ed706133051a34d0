import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';

export class OpenEmergencyRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明启动应急处置的原因' })
  reason: string;
}

export class EndEmergencyRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明应急处置的结果' })
  outcome: string;
}

export class RecordSafetyCheckRequest extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写到达现场的日期和时间' })
  arrivedAt: string;

  @IsBoolean({ message: '请选择是否见到孩子' })
  seenChild: boolean;

  @IsBoolean({ message: '请选择是否单独谈过' })
  spokeAlone: boolean;

  @IsBoolean({ message: '请选择是否需要就医' })
  medicalNeeded: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  injuries?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  homeCondition?: string;

  @IsIn(['safe', 'safe_with_plan', 'unsafe'], { message: '请选择核查的结论' })
  decision: 'safe' | 'safe_with_plan' | 'unsafe';

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明得出结论的理由；没有见到孩子时请写明原因' })
  decisionReason: string;
}
