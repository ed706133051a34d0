/** Shapes of the HTTP API (docs/api.md): administration. */
import type { Deadline } from './common';

export interface AdminSystem {
  installation: { kind: 'demo' | 'real' | 'test' };
  now: string;
  clockOffsetMinutes: number;
  queueBackend: 'postgres' | 'redis';
  outbox: { pending: number; dead: number; oldestPendingSeconds: number | null };
  deadlines: { running: number; overdue: number; provisional: number };
  holidayYears: number[];
  districts: { code: string; name: string }[];
}
export interface Limit {
  unit: 'minute' | 'hour' | 'natural_day' | 'working_day' | 'month';
  amount: number;
}
export interface DeadlineRule {
  id: string;
  name: string;
  basis: Deadline['basis'];
  basisName: string;
  source: string;
  limits: Record<string, Limit>;
  ownerName: string;
  note: string | null;
}
