import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsDefined,
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
import { EXCLUSION_HINTS, PHONE, SEXES } from '../report.codes';

export class TriageGuardian {
  @IsString()
  @IsNotEmpty({ message: '请填写监护人姓名；不知道可删除此行' })
  @MaxLength(50)
  name: string;

  @IsOptional()
  @Matches(PHONE, { message: '请填写电话号码，只能有数字和 + - ( )' })
  phone?: string;

  @IsString()
  @IsNotEmpty({ message: '请选择与孩子的关系' })
  @MaxLength(20)
  relation: string;

  @IsOptional()
  @IsString()
  @MaxLength(18)
  idNumber?: string;

  /** 与孩子同住: puts both into one household. */
  @IsOptional()
  @IsBoolean()
  livesWithChild?: boolean;
}

export class TriageChild {
  /** Set when the child already has a file (查重). */
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsIn(SEXES, { message: '请选择性别，不知道请选「不清楚」' })
  sex: 'male' | 'female' | 'unknown';

  @IsOptional()
  @IsDateString({ strict: true }, { message: '出生日期应为 年-月-日' })
  birthDate?: string;

  @IsOptional()
  @IsBoolean()
  birthDateEstimated?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(18)
  idNumber?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  noIdReason?: string;

  @IsOptional()
  @Matches(PHONE, { message: '请填写电话号码，只能有数字和 + - ( )' })
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  school?: string;

  /** Required when the child has a case already: into that case, or a case of its own with a reason (design §3). */
  @IsOptional()
  @IsIn(['link', 'separate'], { message: '请选择「并入该个案」或「另立个案」' })
  caseDecision?: 'link' | 'separate';

  /** The case the report joins; when there is exactly one it need not be named. */
  @IsOptional()
  @IsUUID(undefined, { message: '请选择要并入的个案' })
  caseId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  separateReason?: string;

  @IsArray()
  @ArrayMaxSize(6)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageGuardian)
  guardians: TriageGuardian[];
}

export class TriageSuspect {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsString()
  @IsNotEmpty({ message: '请选择关系类型，不知道请选「不详」' })
  @MaxLength(50)
  perpetratorType: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  relation?: string;
}

export class TriageExclusion {
  @IsUUID(undefined, { message: '请从列表中选择不能知道的单位或人员' })
  principalId: string;

  @IsIn(EXCLUSION_HINTS, { message: '请选择原因' })
  hint: string;
}

export class TriageOrder {
  @IsUUID(undefined, { message: '请选择承办单位' })
  agencyId: string;

  @IsIn(['lead', 'co'], { message: '请选择主办或协办' })
  role: 'lead' | 'co';

  @IsString()
  @IsNotEmpty({ message: '请写明要求办理的事项' })
  @MaxLength(500)
  task: string;
}

/** 告知: an agency that is told of the case and sees nothing of it. */
export class TriageNotice {
  @IsUUID(undefined, { message: '请选择告知的单位' })
  agencyId: string;
}

export class TriageReportRequest {
  @IsIn(['U0', 'U1', 'U2', 'U3'], { message: '请选择紧急程度' })
  urgency: 'U0' | 'U1' | 'U2' | 'U3';

  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一种情形' })
  @ArrayMaxSize(9)
  @IsString({ each: true })
  situations: string[];

  @IsString()
  @IsNotEmpty({ message: '请写一段中性的对外摘要，各单位只看到这一段' })
  @MaxLength(1000)
  summary: string;

  @Matches(/^\d{12}$/, { message: '请选择孩子所在的村（社区）' })
  regionCode: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  place?: string;

  @IsArray()
  @ArrayMinSize(1, { message: '请至少保留一个孩子' })
  @ArrayMaxSize(20)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageChild)
  children: TriageChild[];

  @IsArray()
  @ArrayMaxSize(10)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageSuspect)
  suspects: TriageSuspect[];

  @IsArray()
  @ArrayMaxSize(50)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageExclusion)
  exclusions: TriageExclusion[];

  @IsDefined({ message: '请确认协办单' })
  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageOrder)
  orders: TriageOrder[];

  @IsDefined({ message: '请确认告知哪些单位；一个都不告知也要确认' })
  @IsArray()
  @ArrayMaxSize(30)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => TriageNotice)
  notices: TriageNotice[];

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '请填写报警的日期和时间' })
  policeToldAt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  policeReceiptNo?: string;
}
