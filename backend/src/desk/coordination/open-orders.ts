import { ActionRefused } from '../../kernel';
import { holdUntilEnd, type Tx } from '../../platform/database';
import type { OrderState } from './work-order.workflow';

/** An order that its agency owes an answer to. */
export const openOrder = (alias: string): string => `${alias}.state IN ('issued', 'accepted')`;

/** An order that is not over: open, or returned and waiting for its issuer. */
export const unsettledOrder = (alias: string): string =>
  `${alias}.state IN ('issued', 'accepted', 'returned')`;

/** The order that leads its case now: one that is finished has led. The index work_order_one_lead says the same. */
export const openLead = (alias: string): string => `(${alias}.role = 'lead' AND ${openOrder(alias)})`;

/** Agencies that have an order of the case which is not over, and how it stands. */
export async function unsettledOrders(tx: Tx, caseId: string): Promise<ReadonlyMap<string, OrderState>> {
  const rows = await tx.query<{ agency_id: string; state: OrderState }>(
    `SELECT w.agency_id, w.state FROM work_order w WHERE w.case_id = $1 AND ${unsettledOrder('w')} ORDER BY w.state DESC`,
    [caseId],
  );
  // An open order speaks louder than a returned one.
  return new Map(rows.map(({ agency_id, state }) => [agency_id, state]));
}

/**
 * Whether the case has a lead now. Whoever names one asks here first and keeps the answer true until the end of the
 * transaction, so two leads never stand side by side, whichever roads they come by.
 */
export async function isLed(tx: Tx, caseId: string): Promise<boolean> {
  await holdUntilEnd(tx, 'lead', caseId);
  const leads = await tx.query(`SELECT 1 FROM work_order w WHERE w.case_id = $1 AND ${openLead('w')}`, [
    caseId,
  ]);
  return leads.length > 0;
}

/** @throws ActionRefused 409 when the case has a lead: somebody else was quicker */
export async function requireNoLead(tx: Tx, caseId: string): Promise<void> {
  if (await isLed(tx, caseId)) throw new ActionRefused('这个个案已有主办单位，请刷新后再看。');
}
