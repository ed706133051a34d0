import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';
import { ReportFindingRequest } from './watch-finding.request';

/** What the screening showed of one child. */
class ScreeningRequest {
  @IsBoolean({ message: '请选择有没有见到孩子' })
  met: boolean;

  /** One of CAMPAIGN_NOT_MET, when nobody met the child. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  notMetReason?: string;

  /** Codes of the checklist that are not so. */
  @IsArray()
  @ArrayMaxSize(12)
  @IsString({ each: true })
  findings: string[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class RecordScreeningRequest extends ScreeningRequest {
  @IsUUID(undefined, { message: '请选择孩子' })
  taskId: string;
}

/** A child who is not on the list: who it is, as far as anybody knows. */
export class AddScreenedChildRequest extends ScreeningRequest {
  @IsOptional()
  @IsString()
  @MaxLength(50)
  name?: string;

  @IsIn(['male', 'female', 'unknown'], { message: '请选择性别，不知道请选「不清楚」' })
  sex: 'male' | 'female' | 'unknown';

  @IsOptional()
  @IsInt()
  @Min(0, { message: '年龄不能小于 0' })
  @Max(17, { message: '未成年人年龄应为 0 到 17 岁' })
  age?: number;

  @IsString()
  @MaxLength(300)
  @IsNotEmpty({ message: '请写明孩子住在哪里' })
  address: string;
}

/** 转为报告, of one child of the sheet. */
export class ReportScreeningRequest extends ReportFindingRequest {
  @IsUUID(undefined, { message: '请选择孩子' })
  taskId: string;
}

export class SubmitSheetRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class SignSheetRequest extends NoFieldsRequest {}

export class ReturnSheetRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明需要补充什么' })
  reason: string;
}
