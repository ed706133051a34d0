import { IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

/** 就医、体检记录 (D06). */
export class RecordMedicalRequest {
  /** Code of MEDICAL_KINDS. */
  @IsString()
  @MaxLength(40)
  @IsNotEmpty({ message: '请选择就医还是体检' })
  kind: string;

  @IsISO8601({ strict: true }, { message: '请填写就医的日期和时间' })
  visitedAt: string;

  @IsString()
  @MaxLength(200)
  @IsNotEmpty({ message: '请填写医院' })
  hospital: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  injuries?: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明诊断或检查结果' })
  diagnosis: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  treatment?: string;

  /** Code of MEDICAL_AUTHORISERS. */
  @IsString()
  @MaxLength(40)
  @IsNotEmpty({ message: '请选择由谁同意就医' })
  authorisedBy: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  authoriserName?: string;

  /** Code of COST_BEARERS. */
  @IsString()
  @MaxLength(40)
  @IsNotEmpty({ message: '请选择费用由谁承担' })
  costBearer: string;
}
