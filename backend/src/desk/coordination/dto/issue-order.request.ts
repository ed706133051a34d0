import {
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';

export class IssueOrderRequest {
  @IsUUID(undefined, { message: '请选择承办单位' })
  agencyId: string;

  @IsIn(['lead', 'co'], { message: '请选择主办或协办' })
  role: 'lead' | 'co';

  @IsString()
  @IsNotEmpty({ message: '请写明要求办理的事项' })
  @MaxLength(500)
  task: string;

  /** 预计办结 as asked for; no limit of law. */
  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/u, { message: '请填写预计办结的日期' })
  @IsISO8601({ strict: true }, { message: '请填写预计办结的日期' })
  expectedOn?: string;
}
