import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  Matches,
  MaxLength,
} from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile/dto/child-voice.request';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** 委托照护 (未成年人保护法 art 22): who cares for the child, the four questions, and the written notice. */
export class RecordCareRequest extends ChildVoiceRequest {
  @IsString()
  @MaxLength(50)
  @IsNotEmpty({ message: '请填写照护人的姓名' })
  carerName: string;

  /** One of RELATIONS. */
  @IsString()
  @MaxLength(20)
  @IsNotEmpty({ message: '请选择照护人与孩子的关系' })
  relation: string;

  @IsOptional()
  @IsString()
  @MaxLength(40)
  carerPhone?: string;

  @Matches(DAY, { message: '请填写从哪一天开始照护' })
  startedOn: string;

  /** When the parents were last in touch with the child; absent: nobody knows. */
  @IsOptional()
  @Matches(DAY, { message: '请填写父母最近一次联系孩子的日期' })
  lastContactOn?: string;

  /** 实施性侵害、虐待、遗弃、拐卖、暴力伤害等违法犯罪行为. */
  @IsBoolean({ message: '请回答第一个问题' })
  violence: boolean;

  /** 有吸毒、酗酒、赌博等恶习. */
  @IsBoolean({ message: '请回答第二个问题' })
  habits: boolean;

  /** 曾拒不履行或者长期怠于履行监护、照护职责. */
  @IsBoolean({ message: '请回答第三个问题' })
  neglect: boolean;

  /** 其他不适宜担任被委托人的情形. */
  @IsBoolean({ message: '请回答第四个问题' })
  unfit: boolean;

  /** When the parents told the school in writing; absent: not yet. */
  @IsOptional()
  @Matches(DAY, { message: '请填写书面告知学校的日期' })
  schoolToldOn?: string;

  @IsOptional()
  @Matches(DAY, { message: '请填写书面告知村（居）委会的日期' })
  villageToldOn?: string;

  /** Where the parents are and how long. */
  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明父母在哪里、去多久' })
  parentsAway: string;
}

/** 照护人不合适 (未成年人保护法 arts 22, 43): told to the parents, and a sign to report. */
export class RecordUnfitCarerRequest {
  /** Codes of CARER_CHECKS. */
  @IsArray()
  @ArrayMinSize(1, { message: '请选择哪里不符合条件' })
  @ArrayMaxSize(4)
  @IsIn(['violence', 'habits', 'neglect', 'unfit'], { each: true, message: '请从列表中选择' })
  disqualifiers: ('violence' | 'habits' | 'neglect' | 'unfit')[];

  @IsOptional()
  @Matches(DAY, { message: '请填写告知父母的日期' })
  parentsToldOn?: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明是谁在照看、看到了什么' })
  note: string;
}

export class EndCareRequest {
  @Matches(DAY, { message: '请填写结束的日期' })
  endedOn: string;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明为什么结束、孩子现在由谁照看' })
  reason: string;
}

export class RecordContactRequest {
  @Matches(DAY, { message: '请填写联系的日期' })
  contactedOn: string;

  @IsIn(['father', 'mother', 'both', 'other'], { message: '请选择是谁联系的' })
  who: 'father' | 'mother' | 'both' | 'other';

  @IsIn(['phone', 'video', 'home'], { message: '请选择怎么联系的' })
  way: 'phone' | 'video' | 'home';

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
