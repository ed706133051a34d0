import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class ApprovePlanRequest {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ReturnPlanRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明退回的理由和要改的地方' })
  reason: string;
}
