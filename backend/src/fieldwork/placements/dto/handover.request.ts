import { IsBoolean, IsIn, IsISO8601, IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { ChildVoiceRequest } from '../../../casefile';
import { HANDOVER_FROM, type HandoverFrom, type Receiver, RECEIVERS } from '../handover.rules';

/** What a hand-over paper says of the child and is signed by both sides (D07, D14). */
export abstract class HandoverPaper extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写交接的日期和时间' })
  handedAt: string;

  @IsString()
  @MaxLength(300)
  @IsNotEmpty({ message: '请填写交接地点' })
  place: string;

  @IsString()
  @MaxLength(1000)
  @IsNotEmpty({ message: '请写明孩子当时的身体状况' })
  health: string;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  belongings?: string;

  /** Who signed for handing over. */
  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写移交方签名人' })
  handedBy: string;

  /** Who signed for receiving. */
  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写接收方签名人' })
  receivedBy: string;
}

/** 未成年人护送交接书 (D07). */
export class RecordHandoverRequest extends HandoverPaper {
  @IsIn(HANDOVER_FROM, { message: '请选择由谁移交' })
  fromParty: HandoverFrom;

  @IsIn(RECEIVERS, { message: '请选择移交给谁；送回监护人请用「送回监护人」' })
  toParty: Receiver;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明为什么移交' })
  reason: string;

  @IsBoolean({ message: '请选择是否已告知监护人' })
  guardianInformed: boolean;

  @IsBoolean({ message: '请选择是否附有权利告知书' })
  rightsNotice: boolean;
}

/** 公安案件情况说明. */
export class RecordPoliceReportRequest {
  @IsISO8601({ strict: true }, { message: '请填写收到说明的日期和时间' })
  receivedAt: string;

  /** Code of POLICE_OUTCOMES. */
  @IsString()
  @MaxLength(40)
  @IsNotEmpty({ message: '请选择案件办理情况' })
  outcome: string;

  @IsOptional()
  @IsString()
  @MaxLength(100)
  documentNo?: string;

  @IsString()
  @MaxLength(4000)
  @IsNotEmpty({ message: '请写明说明的内容' })
  summary: string;
}

/** 领回通知书 (D14). */
export class NotifyReturnRequest extends ChildVoiceRequest {
  @IsISO8601({ strict: true }, { message: '请填写通知送达的日期和时间' })
  notifiedAt: string;

  @IsString()
  @MaxLength(100)
  @IsNotEmpty({ message: '请填写通知了哪位监护人' })
  guardianName: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明领回的条件' })
  conditions: string;

  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明送回后怎么回访' })
  followUpPlan: string;
}

/** 送回监护人: the hand-over of D14. */
export class ReturnHomeRequest extends HandoverPaper {
  @IsString()
  @MaxLength(2000)
  @IsNotEmpty({ message: '请写明监护人的承诺' })
  commitment: string;
}
