import {
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOST = 100_000;

/** 更正: the record that was wrong stays in the history, with the reason. */
export class CorrectionRequest {
  @IsOptional()
  @IsUUID(undefined, { message: '请从记录中选择要更正的一条' })
  replacesId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  reason?: string;
}

export class RecordStationRequest extends CorrectionRequest {
  @Matches(DAY, { message: '请填写挂牌（设立）日期' })
  openedOn: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写撤销日期' })
  closedOn?: string;

  @IsString()
  @MaxLength(200)
  @IsNotEmpty({ message: '请填写工作站地址' })
  address: string;

  /** Of the office, never a private one. */
  @IsString()
  @MaxLength(40)
  @IsNotEmpty({ message: '请填写值班电话（办公电话）' })
  dutyPhone: string;

  @IsInt({ message: '请填写工作人员人数' })
  @Min(0)
  @Max(MOST)
  staff: number;
}

export class RecordPostRequest extends CorrectionRequest {
  @Matches(DAY, { message: '请填写上岗日期' })
  sinceOn: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写离岗日期' })
  leftOn?: string;

  @IsString()
  @MaxLength(60)
  @IsNotEmpty({ message: '请填写专岗人员' })
  holder: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  phone?: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写最近一次培训的日期' })
  trainedOn?: string;
}

/** Numbers only: who was found is a matter of the unit and the police. */
export class RecordCheckRequest extends CorrectionRequest {
  @Matches(DAY, { message: '请填写查询日期' })
  checkedOn: string;

  @IsInt({ message: '请填写在岗人数' })
  @Min(0)
  @Max(MOST)
  staff: number;

  @IsInt({ message: '请填写查询人数' })
  @Min(0)
  @Max(MOST)
  queried: number;

  @IsInt({ message: '请填写查出有违法犯罪记录的人数，没有填 0' })
  @Min(0)
  @Max(MOST)
  hits: number;

  @IsInt({ message: '请填写已解聘或不录用的人数，没有填 0' })
  @Min(0)
  @Max(MOST)
  handled: number;
}

export class RecordAuditRequest extends CorrectionRequest {
  @Matches(DAY, { message: '请填写审计完成日期' })
  auditedOn: string;

  @IsIn(['self', 'entrusted'], { message: '请选择自行审计还是委托审计' })
  method: 'self' | 'entrusted';

  @IsOptional()
  @IsString()
  @MaxLength(100)
  auditor?: string;

  @IsInt({ message: '请填写发现的问题数，没有填 0' })
  @Min(0)
  @Max(MOST)
  findings: number;

  /** When 网信 and the other departments were told of the result. */
  @IsOptional()
  @Matches(DAY, { message: '请填写报告网信等部门的日期' })
  reportedOn?: string;
}
