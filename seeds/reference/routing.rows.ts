/** Short forms for the rows of the routing table, so that a row reads as one sentence. */
import type { AGENCY_KINDS } from './agencies';
import type { ROUTING_CONDITIONS } from './routing.conditions';
import type { RoutingRule } from './types';

type AgencyCode = (typeof AGENCY_KINDS)[number]['code'];
type Condition = (typeof ROUTING_CONDITIONS)[number]['code'];
/** `article` makes the row a duty of law (S); without one it is this system's reading (D). */
interface Terms {
  readonly article?: string;
  readonly onlyIf?: Condition;
}
export type Row = Omit<RoutingRule, 'situation'>;

function row(role: Row['role'], refusable: boolean) {
  return (agencyKind: AgencyCode, task: string, terms: Terms = {}): Row => {
    return { agencyKind, role, task, refusable, ...terms, kind: terms.article === undefined ? 'D' : 'S' };
  };
}

/** 主办: exactly one in a situation. */
export const lead = row('lead', false);
/** 协办 whose duty is the agency's own: it cannot be sent back. */
export const must = row('co', false);
/** 协办 that may be sent back with a reason. */
export const co = row('co', true);
/** 告知 only: no work order, a neutral summary. */
export const notify = row('notify', true);

/** Full names of the laws the articles come from. */
export const law = {
  minors: (article: string) => `未成年人保护法第${article}条`,
  violence: (article: string) => `反家庭暴力法第${article}条`,
  prevention: (article: string) => `预防未成年人犯罪法第${article}条`,
  family: (article: string) => `家庭教育促进法第${article}条`,
  aid: (article: string) => `法律援助法第${article}条`,
  civil: (article: string) => `民法典第${article}条`,
  opinion: (article: string) => `强制报告意见第${article}条`,
};
