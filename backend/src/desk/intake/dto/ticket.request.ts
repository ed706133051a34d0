import { IsBoolean, IsIn, IsISO8601, IsOptional, IsString, MaxLength } from 'class-validator';
import {
  TICKET_MATTER_CODES,
  TICKET_STEP_CODES,
  type TicketMatter,
  type TicketStepCode,
} from '../ticket.rules';

export class RecordTicketRequest {
  @IsIn(TICKET_STEP_CODES, { message: '请选择是哪一步' })
  kind: TicketStepCode;

  @IsISO8601({ strict: true }, { message: '请填写这一步发生的日期和时间' })
  happenedAt: string;

  /** 工单编号 or 信访编号, as the other side writes it. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  number?: string;

  /** A dispatched ticket that is urgent has 2 instead of 24 hours. */
  @IsOptional()
  @IsBoolean({ message: '请选择是不是紧急事项' })
  urgent?: boolean;

  @IsOptional()
  @IsIn(TICKET_MATTER_CODES, { message: '请选择工单是哪一类' })
  matter?: TicketMatter;

  @IsOptional()
  @IsString()
  @MaxLength(1000)
  note?: string;
}
