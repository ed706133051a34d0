import { IsIn, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from './child-voice.request';

export class RequestClosingRequest extends ChildVoiceRequest {
  /** One of CLOSE_REASONS. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择结案原因' })
  reason: string;

  @IsIn(['low', 'medium', 'high'], { message: '请选择结案时的风险等级' })
  riskLevel: 'low' | 'medium' | 'high';

  /** Every code of CLOSING_CHECKS. */
  @IsObject({ message: '请逐项确认结案事项' })
  checklist: Record<string, boolean>;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明结案说明和回访安排' })
  note: string;
}

export class ReturnClosingRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明退回的理由' })
  reason: string;
}

export class EndorseClosingRequest {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}
