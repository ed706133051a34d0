import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

class OneServiceRequest {
  @IsUUID(undefined, { message: '请选择是哪一项服务' })
  serviceId: string;
}

export class StartServiceRequest extends OneServiceRequest {}

export class CompleteServiceRequest extends OneServiceRequest {
  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明服务的结果' })
  result: string;
}

export class CancelServiceRequest extends OneServiceRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明取消的理由' })
  reason: string;
}
