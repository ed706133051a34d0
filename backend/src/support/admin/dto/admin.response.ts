import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import type { LimitUnit } from '../../../kernel';

export class AdminInstallationResponse {
  kind: 'demo' | 'real' | 'test';
}

export class OutboxFiguresResponse {
  pending: number;
  dead: number;
  oldestPendingSeconds: number;
}

export class DeadlineFiguresResponse {
  running: number;
  overdue: number;
  /** 暂算: computed without the holiday table of a year. */
  provisional: number;
}

/** 通知渠道: ways to a person outside the console. */
export class ChannelFiguresResponse {
  /** Empty: notices stay inside the console. */
  names: string[];
  queued: number;
  failed: number;
  /** 待人工确认: it may have arrived. */
  unconfirmed: number;
}

export class DistrictResponse {
  code: string;
  name: string;
}

/** 不变式: a promise about everything stored, and what the last hourly look found. */
export class InvariantStateResponse {
  id: string;
  promise: string;
  /** Records that break it; 0 is the promise kept. */
  broken: number;
  /** Kind and id of some of them; nothing of what they are about. */
  examples: string[];
  /** null: not looked at yet. */
  checkedAt: string | null;
  brokenSince: string | null;
}

export class AdminSystemResponse {
  installation: AdminInstallationResponse;
  now: string;
  clockOffsetMinutes: number;
  queueBackend: 'postgres' | 'redis';
  outbox: OutboxFiguresResponse;
  deadlines: DeadlineFiguresResponse;
  channels: ChannelFiguresResponse;
  invariants: InvariantStateResponse[];
  holidayYears: number[];
  districts: DistrictResponse[];
  /** End of the last `npm run backup` on this machine. */
  lastBackupAt: string | null;
}

/** A length of time; 0 is the same day. */
export class LimitResponse {
  unit: LimitUnit;
  amount: number;
  /** The last day stays where it falls, even on a holiday. */
  keepsDate?: boolean;
}

@ApiExtraModels(LimitResponse)
export class DeadlineRuleResponse {
  id: string;
  name: string;
  startEvent: string;

  /** By urgency, or one for all (`any`); empty when the duty has no number to count. */
  @ApiProperty({ type: 'object', additionalProperties: { $ref: getSchemaPath(LimitResponse) } })
  limits: Record<string, LimitResponse>;

  @ApiProperty({ type: 'array', items: { type: 'object', additionalProperties: true } })
  ladder: Record<string, unknown>[];

  basis: 'statutory' | 'reference' | 'suggested';
  basisName: string;
  ownerKind: string;
  ownerName: string;
  source: string;
  /** V read in full, Vp excerpt, M9 from memory, D our own proposal. */
  verified: string;
  note: string | null;
}

export class DeadlineRulesResponse {
  data: DeadlineRuleResponse[];
}
