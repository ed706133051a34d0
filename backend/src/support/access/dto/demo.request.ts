import { IsInt, Max, Min } from 'class-validator';

export class AdvanceClockRequest {
  /** Up to a year. */
  @IsInt()
  @Min(1, { message: '至少前进 1 分钟' })
  @Max(525_600, { message: '一次最多前进一年（525600 分钟）' })
  advanceMinutes: number;
}
