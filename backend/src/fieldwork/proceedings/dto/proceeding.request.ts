import { IsISO8601, IsNotEmpty, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class RecordProceedingRequest {
  /** One of GET /proceeding-kinds. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择是哪一步' })
  kind: string;

  @IsISO8601({ strict: true }, { message: '请填写这一步发生的日期和时间' })
  happenedAt: string;

  /** The organ that took the step, when it is in the directory. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  agencyId?: string;

  /** 文书编号 or receipt number. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  result?: string;

  /** Which of the further numbers counts. */
  @IsOptional()
  @IsString()
  @MaxLength(50)
  variant?: string;

  /** Which earlier step this one answers, when several wait. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择' })
  regardingId?: string;

  /** Who has to answer a 检察建议. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  addresseeAgencyId?: string;

  /** 代登记: who of the organ told it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  person?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}
