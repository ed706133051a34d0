import { IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, Matches, MaxLength } from 'class-validator';

export class RequestTransferRequest {
  /** A district of this system; or `place` in words. Neither, when an accepted transfer is taken up again. */
  @IsOptional()
  @Matches(/^\d{12}$/, { message: '请从列表中选择接收地' })
  toDistrict?: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  place?: string;

  /** Whom to reach there: unit, person, phone. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  contact?: string;

  /** Where the child lives now. */
  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  reason?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1500)
  done?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1500)
  open?: string;

  /** 谁不能知道. */
  @IsOptional()
  @IsString()
  @MaxLength(400)
  mustNotKnow?: string;
}

export class RecordTransferReplyRequest {
  @IsIn(['accepted', 'refused'], { message: '请选择对方是否接收' })
  decision: 'accepted' | 'refused';

  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写对方经办人' })
  person: string;

  @IsISO8601({ strict: true }, { message: '请填写答复的日期和时间' })
  at: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  receiptNo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class WithdrawTransferRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么撤回' })
  reason: string;
}

export class CompleteTransferRequest {
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class AcceptTransferRequest {
  /** Where the child lives now, in the receiver's own district. */
  @IsOptional()
  @Matches(/^\d{12}$/, { message: '请从列表中选择本区县的地区' })
  regionCode?: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class RefuseTransferRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明不接收的理由和应由哪里接收' })
  reason: string;
}
