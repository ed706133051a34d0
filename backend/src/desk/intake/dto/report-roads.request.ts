import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';

/** 提出存查: what was checked, and why nothing was found. */
export class ProposeScreenOutRequest {
  @IsArray()
  @ArrayMinSize(1, { message: '请勾选做过的核对' })
  @ArrayMaxSize(10)
  @IsString({ each: true })
  checks: string[];

  @IsString()
  @IsNotEmpty({ message: '请写明为什么暂未发现风险' })
  @MaxLength(2000)
  reason: string;
}

export class ConfirmScreenOutRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  remark?: string;
}

export class ReturnScreenOutRequest {
  @IsString()
  @IsNotEmpty({ message: '请写明为什么不同意存查' })
  @MaxLength(1000)
  remark: string;
}

export class ReviveReportRequest {
  @IsString()
  @IsNotEmpty({ message: '请写明为什么重新启用' })
  @MaxLength(1000)
  reason: string;
}

/** 咨询答复: the answer is the feedback, as the asker reads it. */
export class AnswerConsultRequest {
  @IsString()
  @IsNotEmpty({ message: '请写下答复内容' })
  @MaxLength(1000)
  answer: string;
}

export class MarkDuplicateRequest {
  /** 受理号 of the earlier report. */
  @IsString()
  @IsNotEmpty({ message: '请选择或填写与哪一份报告重复' })
  @MaxLength(30)
  reportNo: string;

  @IsString()
  @IsNotEmpty({ message: '请写明为什么认为是同一件事' })
  @MaxLength(1000)
  reason: string;
}

/** 移送函 (D03). */
export class TransferReportRequest {
  /** An agency of this district; otherwise `receiver` says who. */
  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  agencyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  receiver?: string;

  @IsString()
  @IsNotEmpty({ message: '请写明移送的理由' })
  @MaxLength(1000)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  materials?: string;
}

export class ConfirmTransferRequest {
  @IsISO8601({ strict: true }, { message: '请填写对方接收的时间' })
  repliedAt: string;

  @IsString()
  @IsNotEmpty({ message: '请填写对方接收人' })
  @MaxLength(50)
  person: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;
}

export class RefuseReportTransferRequest {
  @IsISO8601({ strict: true }, { message: '请填写对方答复的时间' })
  repliedAt: string;

  @IsString()
  @IsNotEmpty({ message: '请写明对方不接收的理由' })
  @MaxLength(1000)
  reason: string;

  @IsOptional()
  @IsString()
  @MaxLength(50)
  person?: string;
}

/** 主管部门备案 (强制报告意见 5). */
export class RecordFilingRequest {
  @IsString()
  @IsNotEmpty({ message: '请选择向哪个主管部门备案' })
  @MaxLength(50)
  authorityKind: string;

  @IsISO8601({ strict: true }, { message: '请填写备案的时间' })
  toldAt: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;
}

/** 撤回: a mark with its reason; the report goes on. */
export class RetractReportRequest {
  @IsString()
  @IsNotEmpty({ message: '请写明为什么撤回' })
  @MaxLength(1000)
  reason: string;
}
