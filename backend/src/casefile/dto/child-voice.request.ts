import { IsOptional, IsString, MaxLength } from 'class-validator';

/** 听取孩子的意见: one of the two at every decision (未成年人保护法 4(五), 19); the service checks which. */
export class ChildVoiceRequest {
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  childOpinion?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  noOpinionReason?: string;
}
