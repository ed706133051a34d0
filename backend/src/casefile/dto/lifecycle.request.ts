import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { ChildVoiceRequest } from './child-voice.request';

export class RecordFollowUpRequest extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写回访的日期和时间' })
  followedAt: string;

  @IsBoolean({ message: '请选择是否见到孩子' })
  seenChild: boolean;

  @IsBoolean({ message: '请选择是否单独谈过' })
  spokeAlone: boolean;

  @IsBoolean({ message: '请选择监护人是否在场' })
  guardianPresent: boolean;

  @IsIn(['good', 'watch', 'danger'], { message: '请选择孩子目前的情况' })
  state: 'good' | 'watch' | 'danger';

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  problems?: string;

  @IsIn(['continue', 'reopen'], { message: '请选择回访意见' })
  advice: 'continue' | 'reopen';
}

export class SuspendCaseRequest {
  /** One of SUSPEND_REASONS. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择中止的原因' })
  reason: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写下次核查的日期' })
  nextCheckOn: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明情况：找过哪里、问过谁、孩子可能在哪里' })
  note: string;
}

export class ResumeCaseRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么恢复办理' })
  reason: string;
}

export class ReopenCaseRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么重新办理' })
  reason: string;

  /** The new report, when it is one that opens the case again. */
  @IsOptional()
  @IsUUID(undefined, { message: '请选择引起重新办理的报告' })
  reportId?: string;
}

export class RecordDeathRequest {
  @IsISO8601({ strict: true }, { message: '请填写死亡的日期和时间' })
  diedAt: string;

  @IsString()
  @MaxLength(500)
  @IsNotEmpty({ message: '请填写地点' })
  place: string;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明经过和已经采取的措施' })
  circumstances: string;

  @IsString()
  @MaxLength(500)
  @IsNotEmpty({ message: '请填写已向哪些单位报告' })
  reportedTo: string;

  @IsISO8601({ strict: true }, { message: '请填写报告的日期和时间' })
  reportedAt: string;
}

export class ReviewDeathRequest {
  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明复核意见' })
  opinion: string;
}

export class ArchiveCaseRequest {
  @IsIn(['permanent', 'long_term'], { message: '请选择保管期限' })
  retention: 'permanent' | 'long_term';

  @IsArray({ message: '请列出归档的材料' })
  @ArrayMinSize(1, { message: '请至少列出一份归档的材料' })
  @ArrayMaxSize(200, { message: '一次最多列出 200 份材料' })
  @IsString({ each: true, message: '请填写材料名称' })
  documents: string[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}
