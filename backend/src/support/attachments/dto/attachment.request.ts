import { IsIn, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';

export class LinkAttachmentRequest {
  @IsIn(['view', 'download'], { message: '请选择查看还是下载' })
  mode: 'view' | 'download';

  /** Required for a download: a copy leaves the system. */
  @IsOptional()
  @IsIn(['CASEWORK', 'HAND_OVER', 'PRINT', 'OTHER'], { message: '请选择下载的用途' })
  reason?: 'CASEWORK' | 'HAND_OVER' | 'PRINT' | 'OTHER';
}

export class WithdrawAttachmentRequest {
  @IsString()
  @MaxLength(500)
  @IsNotEmpty({ message: '请写明撤回的原因，例如：传错了孩子的材料' })
  reason: string;
}
