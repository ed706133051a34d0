import { IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';

export class AssessRequest extends ChildVoiceRequest {
  @IsIn(['SAFETY_SCREEN_A'], { message: '请选择评估工具' })
  instrument: 'SAFETY_SCREEN_A';

  @IsInt({ message: '评估工具的版本应为整数' })
  instrumentVersion: number;

  /** yes, no or unknown for every item of the instrument. */
  @IsObject({ message: '请逐项作答' })
  answers: Record<string, 'yes' | 'no' | 'unknown'>;

  @IsOptional()
  @IsIn(['low', 'medium', 'high'], { message: '请选择风险等级' })
  overrideLevel?: 'low' | 'medium' | 'high';

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  overrideReason?: string;

  @IsString()
  @MaxLength(10_000)
  @IsNotEmpty({ message: '请写明评估依据' })
  narrative: string;
}
