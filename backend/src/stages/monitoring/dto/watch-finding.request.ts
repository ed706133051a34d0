import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsISO8601,
  IsNotEmpty,
  IsOptional,
  IsString,
  MaxLength,
} from 'class-validator';

/** What a worker adds to make a report of what was found; the child and the place come from the file. */
export class ReportFindingRequest {
  /** Codes of SITUATIONS; none, when the words say it. */
  @IsArray()
  @ArrayMaxSize(9)
  @IsString({ each: true })
  situations: string[];

  @IsString()
  @MaxLength(5000)
  @IsNotEmpty({ message: '请用自己的话写下看到了什么、担心什么' })
  facts: string;

  @IsIn(['yes', 'no', 'unknown'], { message: '请选择孩子现在是否安全，不知道请选「不清楚」' })
  childSafeNow: 'yes' | 'no' | 'unknown';

  @IsIn(['yes', 'no', 'unknown'], { message: '请选择是否已送医，不知道请选「不清楚」' })
  medicalSent: 'yes' | 'no' | 'unknown';

  @IsOptional()
  @IsString()
  @MaxLength(500)
  presentPlace?: string;

  /** 谁不能知道: the same as in any report. */
  @IsArray()
  @ArrayMaxSize(6)
  @IsIn(['SAME_UNIT', 'GUARDIAN', 'HOUSEHOLD', 'VILLAGE', 'TOWNSHIP', 'OTHER'], {
    each: true,
    message: '请从列表中选择不能知道的人',
  })
  exclusionHints: ('SAME_UNIT' | 'GUARDIAN' | 'HOUSEHOLD' | 'VILLAGE' | 'TOWNSHIP' | 'OTHER')[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  exclusionNote?: string;

  @IsOptional()
  @IsISO8601({ strict: true }, { message: '请填写报警的日期和时间' })
  policeToldAt?: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  policeReceiptNo?: string;

  @IsBoolean({ message: '请选择是否对报告人信息保密' })
  wantsSecrecy: boolean;
}
