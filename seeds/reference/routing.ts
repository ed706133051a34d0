/**
 * Who is asked to do what when a report is about a situation: one row per situation and agency kind. The lead is the first
 * agency that the intake routing table names; an agency with a lead of its own in the co-handling table gets a task it
 * cannot refuse. The assignment is this system's reading (D) unless a row names an article (S).
 */
import { HARM_ROUTING } from './routing.harm';
import { WELFARE_ROUTING } from './routing.welfare';
import type { RoutingRule } from './types';

export { ROUTING_CONDITIONS } from './routing.conditions';

/** The whole table, in the order in which orders are shown. Exclusions (谁不能知道) are applied to it before any is sent. */
export const ROUTING: readonly RoutingRule[] = Object.entries({
  ...HARM_ROUTING,
  ...WELFARE_ROUTING,
}).flatMap(([situation, rows]) => rows.map((row) => ({ situation, ...row })));
