import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsIn,
  IsInt,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { ANSWERS, CALLBACKS, EXCLUSION_HINTS, PHONE, SEXES } from '../report.codes';
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';

/** A child as the reporter describes it; nothing is compulsory by itself. */
export class ReportedChild {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsIn(SEXES, { message: '请选择性别，不知道请选「不清楚」' })
  sex: 'male' | 'female' | 'unknown';

  @IsOptional()
  @IsInt()
  @Min(0, { message: '年龄不能小于 0' })
  @Max(17, { message: '未成年人年龄应为 0 到 17 岁' })
  age?: number;

  @IsOptional()
  @IsDateString({ strict: true }, { message: '出生日期应为 年-月-日' })
  birthDate?: string;

  @IsOptional()
  @IsString()
  @MaxLength(18)
  idNumber?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  school?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  className?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  guardianName?: string;

  @IsOptional()
  @Matches(PHONE, { message: '请填写电话号码，只能有数字和 + - ( )' })
  guardianPhone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(20)
  guardianRelation?: string;
}

/** 疑似侵害人, never 加害人; may be unknown. */
export class ReportedSuspect {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsString()
  @IsNotEmpty({ message: '请选择疑似侵害人与孩子的关系类型，不知道请选「不详」' })
  @MaxLength(50)
  perpetratorType: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  relation?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;
}

/** D02 热线工单, as far as it is not the report itself. The caller's name and number are the reporter's, sealed with them. */
export class AnsweredCall {
  /** The clocks count from here: the call was the report. */
  @IsISO8601({ strict: true }, { message: '请填写接听的日期和时间' })
  answeredAt: string;

  @IsString()
  @IsNotEmpty({ message: '请填写接听人' })
  @MaxLength(50)
  answeredBy: string;

  /** Of 12345 or of the seat. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  ticketNo?: string;

  @IsIn(CALLBACKS, { message: '请选择能不能回电；打回去会让孩子有危险的，选「不要回电」' })
  callback: 'wanted' | 'unwanted' | 'unsafe';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  safeTime?: string;
}

/** D01 强制报告登记表 (domain.md §8). */
export class CreateReportRequest {
  @IsString()
  @IsNotEmpty({ message: '请选择报告方式' })
  @MaxLength(50)
  channel: string;

  @IsString()
  @IsNotEmpty({ message: '请选择单位类型' })
  @MaxLength(50)
  unitType: string;

  @IsArray()
  @ArrayMaxSize(9)
  @IsString({ each: true })
  situations: string[];

  @IsOptional()
  @Matches(/^\d{12}$/, { message: '请从列表中选择地区' })
  regionCode?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '请填写发现的日期和时间' })
  discoveredAt?: string;

  @IsIn(ANSWERS, { message: '请选择孩子现在是否安全，不知道请选「不清楚」' })
  childSafeNow: 'yes' | 'no' | 'unknown';

  @IsIn(ANSWERS, { message: '请选择是否已送医，不知道请选「不清楚」' })
  medicalSent: 'yes' | 'no' | 'unknown';

  @IsArray()
  @ArrayMinSize(1, { message: '请至少填写一个孩子，不知道姓名也可以' })
  @ArrayMaxSize(20, { message: '一次最多报告 20 个孩子' })
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReportedChild)
  children: ReportedChild[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => ReportedSuspect)
  suspects: ReportedSuspect[];

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  facts?: string;

  /** One sentence the child said by itself; nobody is to question a child (domain.md §4.6.2). */
  @IsOptional()
  @IsString()
  @MaxLength(300, { message: '只记孩子主动说的一两句原话，请不要追问孩子' })
  childWords?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  injury?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  presentPlace?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  evidence?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  othersAtRisk?: string;

  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(EXCLUSION_HINTS, { each: true, message: '请从列表中选择不能知道的人' })
  exclusionHints: ('SAME_UNIT' | 'GUARDIAN' | 'HOUSEHOLD' | 'VILLAGE' | 'TOWNSHIP' | 'OTHER')[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  exclusionNote?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '请填写报警的日期和时间' })
  policeToldAt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  policeReceiptNo?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '请填写向主管部门备案的日期和时间' })
  authorityToldAt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  reporterName?: string;

  @IsOptional()
  @Matches(PHONE, { message: '请填写电话号码，只能有数字和 + - ( )' })
  reporterPhone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  reporterPosition?: string;

  @IsBoolean({ message: '请选择是否对报告人信息保密' })
  wantsSecrecy: boolean;

  /** Of a report that came by telephone. */
  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => AnsweredCall)
  call?: AnsweredCall;
}

export class ReceiveReportRequest extends NoFieldsRequest {}

export class AddToReportRequest {
  @IsString()
  @IsNotEmpty({ message: '请填写要补充的内容' })
  @MaxLength(5000)
  text: string;
}

export class RecordPoliceRequest {
  @IsISO8601({ strict: true }, { message: '请填写拨打 110 或报案的时间' })
  toldAt: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  officer?: string;
}

export class GiveFeedbackRequest {
  @IsIn(['triage', 'progress', 'result'], { message: '请选择反馈的阶段' })
  stage: 'triage' | 'progress' | 'result';

  @IsString()
  @IsNotEmpty({ message: '请填写反馈内容' })
  @MaxLength(1000)
  text: string;
}

export class DiscloseReporterRequest {
  @IsString()
  @IsNotEmpty({ message: '请写明查看报告人信息的理由，系统会留痕' })
  @MaxLength(500)
  reason: string;
}
