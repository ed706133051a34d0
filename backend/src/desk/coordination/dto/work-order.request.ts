import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
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

export class UrgeOrderRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
