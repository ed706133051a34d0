import { Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { type DayException, type LocalDate, type Urgency, WorkingCalendar } from '../../kernel';
import { AppDatabase } from '../../platform/database';
import { Logger } from '../../platform/logging';
import { errorLabel } from '../../platform/queue';
import { type ClockChoice, type Clockwork, clockworkOf, type DeadlineRule } from './ladder.rules';

const REFRESH_MS = 60_000;

/** The deadline rules and the working calendar, read from the database and kept; refreshed every minute. */
@Injectable()
export class DeadlineRules implements OnModuleInit, OnModuleDestroy {
  private rules: ReadonlyMap<string, DeadlineRule> = new Map();
  private current = new WorkingCalendar(new Map(), new Set());
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly database: AppDatabase,
    private readonly logger: Logger,
  ) {}

  async onModuleInit(): Promise<void> {
    await this.refresh();
    this.timer = setInterval(() => {
      this.refresh().catch((error: unknown) => {
        this.logger.warn('deadline rules were not read again', { error: errorLabel(error) });
      });
    }, REFRESH_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  /** Reads rules and calendar again; call it after changing either. */
  async refresh(): Promise<void> {
    const { dataSource } = this.database;
    const rules = await dataSource.query<DeadlineRule[]>(
      'SELECT id, name, limits, further, ladder, basis, owner_kind AS "ownerKind", source FROM deadline_rule',
    );
    const days = await dataSource.query<{ day: LocalDate; kind: DayException }[]>(
      'SELECT day::text AS day, kind FROM working_day',
    );
    const years = await dataSource.query<{ year: number }[]>('SELECT year FROM working_day_year');
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.current = new WorkingCalendar(
      new Map(days.map(({ day, kind }) => [day, kind])),
      new Set(years.map(({ year }) => year)),
    );
  }

  get calendar(): WorkingCalendar {
    return this.current;
  }

  /** Throws when there is no such rule: the reference data is missing or older than the code. */
  getRule(id: string): DeadlineRule {
    const rule = this.rules.get(id);
    if (rule === undefined) throw new Error(`Deadline rule ${id} is not loaded`);
    return rule;
  }

  /** Due time and ladder under a rule; throws as clockworkOf and getRule do. */
  clockwork(ruleId: string, urgency: Urgency, start: Date, choice?: ClockChoice): Clockwork {
    return clockworkOf(this.getRule(ruleId), urgency, start, this.current, choice);
  }
}
