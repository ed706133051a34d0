import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDateString,
  IsDefined,
  IsIn,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

/** What tells one child from another; numbers and names stand in the body, never in an address. */
export class LookUpChildRequest {
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请填写孩子的姓名' })
  name: string;

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
}

export class WatchedChildRequest {
  /** Set when the child already has a file (查重); the other fields are then left out. */
  @IsOptional()
  @IsUUID()
  personId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsOptional()
  @IsIn(['male', 'female', 'unknown'], { message: '请选择性别，不知道请选「不清楚」' })
  sex?: 'male' | 'female' | 'unknown';

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
  @IsString()
  @MaxLength(40)
  phone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  school?: string;
}

export class WatchedGuardianRequest {
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请填写监护人姓名；不知道可以不填这一栏' })
  name: string;

  /** One of RELATIONS: what the guardian is to the child. */
  @IsString()
  @MaxLength(20)
  @IsNotEmpty({ message: '请选择与孩子的关系' })
  relation: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;
}

/** 一人一档 (未成年人保护法 art 43; 民发〔2019〕34号). */
export class ProposeWatchRequest {
  @IsDefined({ message: '请填写孩子' })
  @IsObject()
  @ValidateNested()
  @Type(() => WatchedChildRequest)
  child: WatchedChildRequest;

  @IsOptional()
  @IsObject()
  @ValidateNested()
  @Type(() => WatchedGuardianRequest)
  guardian?: WatchedGuardianRequest;

  @Matches(/^\d{12}$/, { message: '请选择孩子住的村（社区）' })
  regionCode: string;

  /** Codes of WATCH_CATEGORIES. */
  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一个类别' })
  @ArrayMaxSize(9)
  @IsString({ each: true })
  categories: string[];

  @IsIn(['normal', 'watch', 'key'], { message: '请选择关注的级别' })
  level: 'normal' | 'watch' | 'key';

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么需要关注这个孩子' })
  why: string;

  /** Where the parents are and how they are reached. */
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  parents?: string;

  /** The screening in which the child was found. */
  @IsOptional()
  @IsUUID()
  campaignTaskId?: string;

  /** 谁不能知道: the village, when the township or the district proposes; the township, when the district does. */
  @IsArray()
  @ArrayMaxSize(2)
  @IsIn(['VILLAGE', 'TOWNSHIP'], { each: true, message: '请从列表中选择不能知道的单位' })
  exclusions: ('VILLAGE' | 'TOWNSHIP')[];
}

/** The file as it should read now. */
export class ReviseWatchRequest {
  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一个类别' })
  @ArrayMaxSize(9)
  @IsString({ each: true })
  categories: string[];

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么需要关注这个孩子' })
  why: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  parents?: string;
}

export class ResubmitWatchRequest extends ReviseWatchRequest {}

export class ReopenWatchRequest extends ReviseWatchRequest {
  @IsIn(['normal', 'watch', 'key'], { message: '请选择关注的级别' })
  level: 'normal' | 'watch' | 'key';
}
