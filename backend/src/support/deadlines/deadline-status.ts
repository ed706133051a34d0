import { Injectable } from '@nestjs/common';
import { WorkerDatabase } from '../../platform/database';

export interface DeadlineSummary {
  readonly running: number;
  readonly overdue: number;
  /** 暂算. */
  readonly provisional: number;
}

/** Numbers for the administrator's page and the metrics; counts only. */
@Injectable()
export class DeadlineStatus {
  constructor(private readonly database: WorkerDatabase) {}

  async summary(): Promise<DeadlineSummary> {
    const [row] = await this.database.dataSource.query<DeadlineSummary[]>(
      `SELECT count(*)::int AS running, count(*) FILTER (WHERE duty AND due_at < $1)::int AS overdue, count(*) FILTER (WHERE provisional)::int AS provisional
         FROM deadline WHERE state = 'running'`,
      [this.database.clock.now()],
    );
    return row ?? { running: 0, overdue: 0, provisional: 0 };
  }
}
