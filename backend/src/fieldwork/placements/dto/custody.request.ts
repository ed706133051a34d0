import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';
import { CARE_EXITS, type CareExit } from '../care-exit.rules';
import {
  CUSTODY_REASONS,
  type CustodyReason,
  LONG_TERM_GROUNDS,
  type LongTermGround,
} from '../custody.rules';

const CUSTODY_EXITS = CARE_EXITS.filter((exit) => exit !== 'CHANGED');

/** 临时监护决定书 (D08). */
export class DecideCustodyRequest extends ChildVoiceRequest {
  /** 未成年人保护法92, one or several of its seven situations. */
  @IsArray({ message: '请选择临时监护的情形' })
  @ArrayMinSize(1, { message: '请至少选择一种情形' })
  @ArrayMaxSize(7)
  @ArrayUnique({ message: '同一种情形只选一次' })
  @IsIn(CUSTODY_REASONS, { each: true, message: '请从列表中选择情形' })
  reasons: CustodyReason[];

  @IsString()
  @MaxLength(4000)
  @IsNotEmpty({ message: '请写明事实' })
  facts: string;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写临时监护开始的日期' })
  startedOn: string;

  /** Nobody is told by default: the guardian may be the danger. */
  @IsBoolean({ message: '请选择是否已告知监护人' })
  guardianTold: boolean;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明怎么告知的（含救济途径），或者为什么不告知' })
  guardianNotice: string;
}

/** 延长临时监护: after a conference, for a leader's reason. */
export class ExtendCustodyRequest extends ChildVoiceRequest {
  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写批准的领导' })
  leaderName: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明延长的理由' })
  reason: string;
}

export class EndCustodyRequest extends ChildVoiceRequest {
  @IsIn(CUSTODY_EXITS, { message: '请选择结束的原因' })
  reason: Exclude<CareExit, 'CHANGED'>;

  @Matches(/^\d{4}-\d{2}-\d{2}$/, { message: '请填写结束日期' })
  endedOn: string;

  /** 未成年人保护法94; only for 转为长期监护. */
  @IsOptional()
  @IsIn(LONG_TERM_GROUNDS, { message: '请从列表中选择长期监护的情形' })
  longTermGround?: LongTermGround;

  /** 判决书文号. */
  @IsOptional()
  @IsString()
  @IsNotEmpty({ message: '请填写判决书文号' })
  @MaxLength(100)
  judgmentNo?: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  note?: string;
}
