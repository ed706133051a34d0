import { IsIn, IsInt, IsNotEmpty, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';

export class AssessRequest extends ChildVoiceRequest {
  /** One of the instruments of the reference data. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择评估工具' })
  instrument: string;

  @IsInt({ message: '评估工具的版本应为整数' })
  instrumentVersion: number;

  /** An answer for every item of the instrument: yes, no or unknown in a screen, the value of an option or unknown in a form. */
  @IsObject({ message: '请逐项作答' })
  answers: Record<string, string>;

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
