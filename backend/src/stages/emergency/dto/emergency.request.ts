import {
  ArrayMaxSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';

export class OpenEmergencyRequest {
  /** Codes of EMERGENCY_TRIGGERS. */
  @IsOptional()
  @IsArray({ message: '请选择启动的情形' })
  @ArrayMaxSize(10)
  @ArrayUnique({ message: '同一种情形只选一次' })
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  triggers?: string[];

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

  /** Who was there, as the visitor met them. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  personsSeen?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  injuries?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  homeCondition?: string;

  /** Words somebody said without being asked; questioning is for the police (未成年人保护法110, 112). */
  @IsOptional()
  @IsString()
  @MaxLength(500, { message: '只记原话，请不要超过500字' })
  statements?: string;

  /** How many photographs were taken and where they are kept; the photographs themselves are attachments. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  photos?: string;

  @IsIn(['safe', 'safe_with_plan', 'unsafe'], { message: '请选择核查的结论' })
  decision: 'safe' | 'safe_with_plan' | 'unsafe';

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明得出结论的理由；没有见到孩子时请写明原因' })
  decisionReason: string;
}
