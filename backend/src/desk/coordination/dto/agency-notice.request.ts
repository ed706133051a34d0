import { IsIn, IsISO8601, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';

export class ReadAgencyNoticeRequest extends NoFieldsRequest {}

export class RecordToldRequest {
  @IsIn(['phone', 'visit', 'letter'], { message: '请选择怎样告知的：电话、当面或书面' })
  how: 'phone' | 'visit' | 'letter';

  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写对方接收告知的人' })
  person: string;

  @IsISO8601({ strict: true }, { message: '请填写告知的时间' })
  at: string;
}
