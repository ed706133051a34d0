import { IsBoolean, IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';

export class ConfirmAssessmentRequest {
  /** The assessment that was read: a newer one is not confirmed by mistake. */
  @IsUUID(undefined, { message: '请选择要复核的评估' })
  assessmentId: string;

  @IsBoolean({ message: '请选择是否同意' })
  agree: boolean;

  /** Needed when one does not agree. */
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  reason?: string;
}
