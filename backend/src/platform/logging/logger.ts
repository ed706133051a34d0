import pino, { type Logger as PinoLogger } from 'pino';
import type { LogLevel } from '../../kernel';

/** The only fields a log line may carry; anything else is dropped, so that no name, number or story can slip in. */
const ALLOWED = [
  'traceId',
  'code',
  'status',
  'route',
  'error',
  'at',
  'sqlState',
  'ms',
  'method',
  'count',
  'job',
  'handler',
  'message',
  'deliveryId',
  'deadlineId',
  'attempts',
  'port',
  'host',
  'role',
  'backend',
  'problem',
  'table',
  'version',
  'setting',
  'invariant',
  'examples',
] as const;
export type LogFields = Partial<Record<(typeof ALLOWED)[number], string | number | boolean>>;

/** JSON logs with an allow-list of fields (security.md D01). */
export class Logger {
  private readonly pino: PinoLogger;

  constructor(level: string) {
    this.pino = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  }

  log(level: LogLevel, text: string, fields: LogFields = {}): void {
    const allowed = Object.fromEntries(
      Object.entries(fields).filter(([name]) => (ALLOWED as readonly string[]).includes(name)),
    );
    this.pino[level](allowed, text);
  }

  info(text: string, fields?: LogFields): void {
    this.log('info', text, fields);
  }

  warn(text: string, fields?: LogFields): void {
    this.log('warn', text, fields);
  }

  error(text: string, fields?: LogFields): void {
    this.log('error', text, fields);
  }
}
