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
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';

export class AcceptOrderRequest extends NoFieldsRequest {}

export class ReturnOrderRequest {
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择退回的原因' })
  reasonCode: string;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明退回的理由' })
  note: string;

  @IsOptional()
  @IsUUID()
  suggestedAgencyId?: string;
}

export class FinishOrderRequest {
  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明办理结果' })
  reply: string;
}

export class RecordOnBehalfRequest {
  @IsIn(['accept', 'finish'], { message: '请选择代登记「签收」还是「办结」' })
  what: 'accept' | 'finish';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;

  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写对方经办人' })
  person: string;

  @IsISO8601({ strict: true }, { message: '请填写对方签收或回复的时间' })
  at: string;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  note?: string;
}

export class ReissueOrderRequest {
  @IsUUID(undefined, { message: '请选择改派的单位' })
  agencyId: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

/** 催办, 督办, 再次商请, 变更主办: a remark, if there is one. */
export class OrderNoteRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class RuleOrderRequest {
  @IsUUID(undefined, { message: '请选择由哪个单位办理' })
  agencyId: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明裁定的理由和依据' })
  reason: string;
}

export class CancelOrderRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明撤回的原因' })
  reason: string;
}

export class AddProgressRequest {
  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明做了什么、下一步做什么' })
  progress: string;
}

export class SetExpectedRequest {
  @Matches(/^\d{4}-\d{2}-\d{2}$/u, { message: '请填写预计办结的日期' })
  @IsISO8601({ strict: true }, { message: '请填写预计办结的日期' })
  expectedOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class HandOnOrderRequest {
  @IsUUID(undefined, { message: '请选择下级单位' })
  agencyId: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
