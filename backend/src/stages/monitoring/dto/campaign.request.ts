import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { NoFieldsRequest } from '../../../platform/http/no-fields.request';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** What a screening is about, for its first draft and for every change of it. */
export class DrawUpCampaignRequest {
  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请写一个名称，例如「2026年寒假排查」' })
  title: string;

  /** One of CAMPAIGN_KINDS. */
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请选择重点时段' })
  kind: string;

  /** Townships or villages of the actor's own. */
  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一个乡镇（街道）或村（社区）' })
  @ArrayMaxSize(200)
  @Matches(/^\d{12}$/, { each: true, message: '请从列表中选择地区' })
  regions: string[];

  /** Codes of WATCH_CATEGORIES; none: all watched children. */
  @IsArray()
  @ArrayMaxSize(9)
  @IsString({ each: true })
  categories: string[];

  /** Codes of CAMPAIGN_CHECKS. */
  @IsArray()
  @ArrayMinSize(1, { message: '请至少选择一项要看的内容' })
  @ArrayMaxSize(12)
  @IsString({ each: true })
  checklist: string[];

  @Matches(DAY, { message: '请填写开始的日期' })
  startsOn: string;

  @Matches(DAY, { message: '请填写截止的日期' })
  endsOn: string;

  @IsOptional()
  @IsString()
  @MaxLength(2000)
  instructions?: string;
}

export class PublishCampaignRequest extends NoFieldsRequest {}

export class WithdrawCampaignRequest {
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么撤销' })
  reason: string;
}

export class ExtendCampaignRequest {
  @Matches(DAY, { message: '请填写新的截止日期' })
  endsOn: string;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么调整' })
  reason: string;
}

export class CloseCampaignRequest {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明排查的结论和下一步怎么办' })
  conclusion: string;
}
