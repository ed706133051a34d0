/** Shapes of the HTTP API (docs/api.md): home and notices. */
import type { Urgency } from './common';

export interface Notice {
  id: string;
  kind: string;
  title: string;
  number: string | null;
  urgency: Urgency | null;
  createdAt: string;
  readAt: string | null;
  link: string | null;
}
export interface HomeCard {
  key: string;
  label: string;
  count: number;
  capped: boolean;
  link: string;
}
export interface HomeNext {
  key: string;
  title: string;
  number: string | null;
  urgency: Urgency | null;
  dueAt: string | null;
  overdue: boolean;
  link: string;
}
export interface Home {
  title: string;
  hint: string;
  cards: HomeCard[];
  next: HomeNext[];
}
