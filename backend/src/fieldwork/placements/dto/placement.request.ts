import { Type } from 'class-transformer';
import {
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
import { ChildVoiceRequest } from '../../../casefile';
import { NAMED_EXITS, type NamedExit } from '../care-exit.rules';
import {
  type CheckAnswer,
  PLACEMENT_BASES,
  PLACEMENT_KINDS,
  type PlacementBasis,
  type PlacementKind,
} from '../placement.rules';

const ANSWERS = ['yes', 'no', 'unknown'] as const;
const KINDS = Object.keys(PLACEMENT_KINDS);

/** 照料人核查: the four situations of 未成年人保护法22第三款; each is answered no before a family takes a child in. */
export class CarerChecksRequest {
  /** 曾实施性侵害、虐待、遗弃、拐卖、暴力伤害等违法犯罪行为. */
  @IsOptional()
  @IsIn(ANSWERS, { message: '请选择是、否或不清楚' })
  violence?: CheckAnswer;

  /** 有吸毒、酗酒、赌博等恶习. */
  @IsOptional()
  @IsIn(ANSWERS, { message: '请选择是、否或不清楚' })
  habits?: CheckAnswer;

  /** 曾拒不履行或者长期怠于履行监护、照护职责. */
  @IsOptional()
  @IsIn(ANSWERS, { message: '请选择是、否或不清楚' })
  neglect?: CheckAnswer;

  /** 其他不适宜担任被委托人的情形. */
  @IsOptional()
  @IsIn(ANSWERS, { message: '请选择是、否或不清楚' })
  unfit?: CheckAnswer;
}

/** 安置 (D09). */
export class PlaceChildRequest extends ChildVoiceRequest {
  @IsIn(KINDS, { message: '请选择安置方式' })
  kind: PlacementKind;

  @IsIn(PLACEMENT_BASES, { message: '请选择安置的依据' })
  basis: PlacementBasis;

  /** The guardian who agrees, and when; for the basis CONSENT. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  consentBy?: string;

  /** An agency of this system; it sees the child's case until the placement ends. */
  @IsOptional()
  @IsUUID(undefined, { message: '请选择接收单位' })
  agencyId?: string;

  /** An agency outside this system. */
  @IsOptional()
  @IsString()
  @MaxLength(200)
  agencyName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  carerName?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  carerRelation?: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  carerPhone?: string;

  @IsOptional()
  @IsString()
  @MaxLength(300)
  address?: string;

  @IsOptional()
  @IsObject({ message: '请逐项核查照料人' })
  @ValidateNested()
  @Type(() => CarerChecksRequest)
  carerChecks?: CarerChecksRequest;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么安置在这里；地址写在「住址」里' })
  reason: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写安置开始的日期' })
  startedOn: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写预计结束的日期' })
  plannedEndOn?: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写下次复核的日期' })
  nextReviewOn: string;
}

/** 变更安置: the new place, and why the child leaves the old one; it leaves on the day the new one begins. */
export class MovePlacementRequest extends PlaceChildRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么换地方' })
  moveReason: string;
}

export class ReviewPlacementRequest extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写复核的日期和时间' })
  reviewedAt: string;

  @IsBoolean({ message: '请选择是否在安置的地方见到孩子' })
  seenChild: boolean;

  @IsIn(ANSWERS, { message: '请选择这里是否仍然适合孩子' })
  suitable: CheckAnswer;

  @IsIn(ANSWERS, { message: '请选择照料人（机构）是否仍然合适' })
  carerFit: CheckAnswer;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明看到的情况；没有见到孩子时请写明原因' })
  findings: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写下次复核的日期' })
  nextReviewOn: string;
}

export class EndPlacementRequest extends ChildVoiceRequest {
  @IsIn(NAMED_EXITS, { message: '请选择结束的原因' })
  reason: NamedExit;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写结束日期' })
  endedOn: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明孩子离开后由谁照料、怎么安排' })
  note: string;
}
