import type {
  ExclusionHint,
  ProposedNotice,
  ProposedOrder,
  Report,
  Triage,
  TriageCaseMatch,
  TriageMatch,
  TriageProposal,
} from '../../../api';
import { clean } from '../../../lib';

/** A row of the proposal, chosen or not; an agency added by hand has no basis in the table. */
export interface OrderRow extends ProposedOrder {
  chosen: boolean;
}
/** An agency to be told, or not. */
export interface NoticeRow extends ProposedNotice {
  chosen: boolean;
}
export interface ExclusionRow {
  principalId: string;
  hint: ExclusionHint;
  name: string;
}
/** What the triage page holds. */
export interface TriageFormValues extends Omit<Triage, 'orders' | 'notices' | 'exclusions'> {
  orders: OrderRow[];
  notices: NoticeRow[];
  exclusions: ExclusionRow[];
}

/** The page's first values: what the server proposes, nothing sent by default to whom it excludes. */
export function fromProposal(proposal: TriageProposal, report: Report): TriageFormValues {
  return {
    urgency: proposal.urgency,
    situations: proposal.situations,
    summary: '',
    regionCode: proposal.regionCode ?? '',
    place: '',
    policeToldAt: report.policeToldAt ?? '',
    policeReceiptNo: report.policeReceiptNo ?? '',
    children: proposal.children,
    suspects: proposal.suspects,
    exclusions: proposal.exclusions,
    orders: proposal.orders.map((order) => ({
      ...order,
      chosen: order.selected && order.excludedBecause === null,
    })),
    notices: proposal.notices.map((notice) => ({ ...notice, chosen: notice.selected })),
  };
}

/** Why a row cannot be sent: the server's reason, or an exclusion chosen on this page. */
export function findExclusionReason(
  { agencyId, excludedBecause }: Pick<OrderRow | NoticeRow, 'agencyId' | 'excludedBecause'>,
  exclusions: readonly ExclusionRow[],
  hintName: (hint: string) => string,
): string | null {
  if (excludedBecause !== null) return excludedBecause;
  const match = exclusions.find(({ principalId }) => principalId === agencyId);
  return match === undefined ? null : hintName(match.hint);
}

/** The rows that will be sent. */
export function sentOrders({
  orders,
  exclusions,
}: Pick<TriageFormValues, 'orders' | 'exclusions'>): OrderRow[] {
  return orders.filter((order) => order.chosen && findExclusionReason(order, exclusions, String) === null);
}

/** The agencies that will be told: one that gets an order is not told besides. */
export function sentNotices(
  values: Pick<TriageFormValues, 'orders' | 'notices' | 'exclusions'>,
): NoticeRow[] {
  const asked = new Set(sentOrders(values).map(({ agencyId }) => agencyId));
  return values.notices.filter(
    (notice) =>
      notice.chosen &&
      !asked.has(notice.agencyId) &&
      findExclusionReason(notice, values.exclusions, String) === null,
  );
}

type ChildRow = TriageFormValues['children'][number];

/** Cases of the very child: found by what was reported, or those of the file that was chosen here. */
export function asksForDecision(
  { personId }: Pick<ChildRow, 'personId'>,
  matches: readonly TriageMatch[],
): TriageCaseMatch[] {
  return matches.flatMap((match) =>
    match.cases.filter(({ strong, road }) => strong || (match.personId === personId && road !== null)),
  );
}

/** How many cases this triage opens; a report that joins cases only needs no lead of its own. */
export function countNewCases({ children }: Pick<TriageFormValues, 'children'>): number {
  return children.filter(({ caseDecision }) => caseDecision !== 'link').length;
}

/** Only what the decision is about travels: a reason typed before changing one's mind does not. */
function decidedChild(child: ChildRow): ChildRow {
  const { caseDecision, caseId, separateReason, ...rest } = child;
  if (caseDecision === 'link') return { ...rest, caseDecision, ...(caseId ? { caseId } : {}) };
  return caseDecision === 'separate'
    ? { ...rest, caseDecision, ...(separateReason ? { separateReason } : {}) }
    : rest;
}

/** The body of POST /reports/{id}/actions/triage. */
export function toTriage(values: TriageFormValues): Triage {
  return clean({
    ...values,
    children: values.children.map(decidedChild),
    exclusions: values.exclusions.map(({ principalId, hint }) => ({ principalId, hint })),
    orders: sentOrders(values).map(({ agencyId, role, task }) => ({ agencyId, role, task })),
    notices: sentNotices(values).map(({ agencyId }) => ({ agencyId })),
  });
}
