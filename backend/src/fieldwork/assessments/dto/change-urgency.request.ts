import { IsIn, IsNotEmpty, IsString, MaxLength } from 'class-validator';
import { URGENCIES, type Urgency } from '../../../kernel';

export class ChangeUrgencyRequest {
  @IsIn(URGENCIES, { message: '请选择紧急程度' })
  urgency: Urgency;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明调整的理由' })
  reason: string;
}
