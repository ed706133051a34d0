import type { Text } from '../../i18n/use-text';
import { formatInstant } from '../../lib';

const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

const DAY_MS = 86_400_000;

/** 01-14 08:30: the year goes without saying. */
export function momentText(instant: string): string {
  return formatInstant(instant).slice(5);
}

/** 01-14 周三. */
export function dayText(day: string, t: Text): string {
  const weekday = WEEKDAYS[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? 'sun';
  return `${day.slice(5)} ${t(`duty.weekday.${weekday}`)}`;
}

/** The date some days later. */
export function daysLater(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
