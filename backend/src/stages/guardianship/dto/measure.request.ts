import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsObject,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class OpenGuardianshipRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明启动监护干预的原因' })
  reason: string;
}

export class EndGuardianshipRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明监护干预的结果' })
  outcome: string;
}

/** One item of the evidence pack of a 撤销监护申请. */
export class EvidencePackRequest {
  @IsString()
  @MaxLength(50)
  item: string;

  @IsBoolean({ message: '请选择有没有' })
  present: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class IssueMeasureRequest {
  /** One of GET /measure-kinds. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择措施' })
  kind: string;

  /** When it was done, or when the court accepted the application. */
  @IsISO8601({ strict: true }, { message: '请填写日期和时间' })
  happenedAt: string;

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请写明事实和要求' })
  facts: string;

  @IsOptional()
  @IsUUID(undefined, { message: '请从列表中选择单位' })
  agencyId?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  /** 代登记: who of the organ told it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  person?: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写到期日期' })
  expiresOn?: string;

  @IsOptional()
  @IsBoolean({ message: '请选择情况是否紧急' })
  urgent?: boolean;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  terms?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(11)
  @IsString({ each: true })
  evidence?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(50)
  applicant?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(7)
  @IsString({ each: true })
  grounds?: string[];

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(9)
  @IsObject({ each: true })
  @ValidateNested({ each: true })
  @Type(() => EvidencePackRequest)
  pack?: EvidencePackRequest[];

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  noConferenceReason?: string;

  @IsOptional()
  @IsBoolean({ message: '请选择「是」或「否」' })
  deliberateCrime?: boolean;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  outsideWindowReason?: string;
}

export class DecideMeasureRequest {
  @IsUUID(undefined, { message: '请选择是哪一项措施' })
  measureId: string;

  @IsBoolean({ message: '请选择有没有获得支持' })
  granted: boolean;

  @Matches(DAY, { message: '请填写裁定或判决的日期' })
  decidedOn: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写到期日期' })
  expiresOn?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(4)
  @IsString({ each: true })
  terms?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class ServeMeasureRequest {
  @IsUUID(undefined, { message: '请选择是哪一项措施' })
  measureId: string;

  @IsIn(['applicant', 'respondent', 'child_side', 'police', 'village'], { message: '请选择送达给谁' })
  party: 'applicant' | 'respondent' | 'child_side' | 'police' | 'village';

  @IsISO8601({ strict: true }, { message: '请填写送达的日期和时间' })
  servedAt: string;

  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请写明谁签收' })
  person: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}

export class ExtendMeasureRequest {
  @IsUUID(undefined, { message: '请选择是哪一项措施' })
  measureId: string;

  @Matches(DAY, { message: '请填写延长决定的日期' })
  decidedOn: string;

  @Matches(DAY, { message: '请填写新的到期日期' })
  expiresOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}

export class EndMeasureRequest {
  @IsUUID(undefined, { message: '请选择是哪一项措施' })
  measureId: string;

  @IsIn(['EXPIRED', 'REVOKED', 'CHANGED', 'FULFILLED', 'WITHDRAWN'], { message: '请选择怎样结束' })
  result: 'EXPIRED' | 'REVOKED' | 'CHANGED' | 'FULFILLED' | 'WITHDRAWN';

  @Matches(DAY, { message: '请填写结束日期' })
  endedOn: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明结束的情况' })
  note: string;
}

export class RecordGuardianDutyRequest {
  @IsBoolean({ message: '请选择监护人现在是否履行职责' })
  performing: boolean;

  @Matches(DAY, { message: '请填写最近一次履行职责的日期' })
  lastPerformedOn: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明情况' })
  note: string;
}
