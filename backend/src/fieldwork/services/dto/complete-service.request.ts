import { IsNotEmpty, IsString, IsUUID, MaxLength } from 'class-validator';

export class CompleteServiceRequest {
  @IsUUID(undefined, { message: '请选择要登记的服务' })
  serviceId: string;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明服务的结果' })
  result: string;
}
