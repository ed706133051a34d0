import { type CaseView, openCase, ordersOf, VILLAGE } from './journey';
import type { Client, TestApp } from './test-app';

/** A case as the lifecycle leaves it. */
export interface LifeView extends CaseView {
  readonly phaseName: string;
  readonly closedAt: string | null;
  readonly closing: {
    readonly state: string;
    readonly stateName: string;
    readonly reason: string;
    readonly needsEndorsement: boolean;
    readonly endorsedByName: string | null;
    readonly endorsement: string | null;
    readonly signedByName: string | null;
  } | null;
  readonly followUps:
    readonly { round: number; state: string; seenChild: boolean; problems: string | null }[] | null;
  readonly followUpPlan: { readonly total: number; readonly left: number } | null;
  readonly suspensions: readonly { reasonName: string; nextCheckOn: string; endedAt: string | null }[] | null;
  readonly death: { readonly circumstances: string; readonly review: string | null } | null;
  readonly archive: { readonly retentionName: string; readonly documents: readonly string[] } | null;
}

const CHECKS = [
  'CHILD_SEEN',
  'CHILD_HEARD',
  'RISK_LOW',
  'SERVICES_DONE',
  'GUARDIAN_ABLE',
  'DOCUMENTS_FILED',
  'FOLLOW_UP_PLANNED',
];

/** What asks for the end of a case. */
export function closingBody(reason = 'GOALS_MET'): Record<string, unknown> {
  return {
    reason,
    riskLevel: 'low',
    checklist: Object.fromEntries(CHECKS.map((code) => [code, true])),
    note: '目标已达成，安排回访。',
    childOpinion: '同意。',
  };
}

/** What somebody saw of the child after the case was closed. */
export function followUpBody(app: TestApp, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    followedAt: app.now().toISOString(),
    seenChild: true,
    spokeAlone: true,
    guardianPresent: true,
    state: 'good',
    advice: 'continue',
    childOpinion: '上学很开心。',
    ...overrides,
  };
}

/** Assigns the village director, assesses the child as at low risk, has every order finished and the reporter answered. */
export async function workedCase(
  app: TestApp,
  overrides: Parameters<typeof openCase>[1] = {},
): Promise<{ caseId: string; reportId: string }> {
  const triage = { urgency: 'U2', ...overrides.triage };
  const { caseId, reportId, intake } = await openCase(app, { ...overrides, triage });
  const worker = await villageWorker(intake);
  await intake.ok(`/cases/${caseId}/actions/assign`, worker);
  await intake.ok(`/cases/${caseId}/actions/assess`, await screenBody(intake));
  await finishOrders(app, intake, caseId);
  await intake.ok(`/reports/${reportId}/actions/feedback`, { stage: 'triage', text: '正在办理。' });
  return { caseId, reportId };
}

/** A case that the village asked to close, the township endorsed and civil affairs signed. */
export async function closedCase(
  app: TestApp,
  reason = 'GOALS_MET',
): Promise<{ caseId: string; reportId: string }> {
  const made = await workedCase(app);
  await closeUpTheLine(app, made.caseId, reason);
  return made;
}

/** The village asks, the township endorses, the district signs. */
export async function closeUpTheLine(app: TestApp, caseId: string, reason = 'GOALS_MET'): Promise<LifeView> {
  const act = async (who: 'director' | 'station' | 'civil', action: string, body = {}): Promise<LifeView> =>
    (await app.as(who)).ok<LifeView>(`/cases/${caseId}/actions/${action}`, body);
  await act('director', 'request-closing', closingBody(reason));
  await act('station', 'endorse-closing');
  return act('civil', 'sign-closing');
}

/** The village of the journeys and its director. */
export async function villageWorker(client: Client): Promise<{ agencyId: string; userId: string }> {
  const { users, agencies } = await client.read<{
    users: { id: string; role: string; agencyId: string }[];
    agencies: { id: string; regionCode: string; kind: string }[];
  }>('/reference');
  const village = agencies.find(({ kind, regionCode }) => kind === 'village' && regionCode === VILLAGE);
  const worker = users.find(({ role, agencyId }) => role === 'child_director' && agencyId === village?.id);
  if (village === undefined || worker === undefined) throw new Error('The village has no director');
  return { agencyId: village.id, userId: worker.id };
}

/** An assessment that finds nothing. */
export async function screenBody(client: Client): Promise<Record<string, unknown>> {
  const { instruments } = await client.read<{
    instruments: Record<string, { version: number; items: { code: string }[] } | undefined>;
  }>('/reference');
  const form = instruments.SAFETY_SCREEN_A;
  return {
    instrument: 'SAFETY_SCREEN_A',
    instrumentVersion: form?.version,
    answers: Object.fromEntries((form?.items ?? []).map(({ code }) => [code, 'no'])),
    narrative: '奶奶同住照看。',
    childOpinion: '不害怕了。',
  };
}

/** Intake records what every agency answered. */
export async function finishOrders(app: TestApp, intake: Client, caseId: string): Promise<void> {
  for (const order of (await ordersOf(intake, caseId)).filter(({ state }) => state === 'issued'))
    for (const what of ['accept', 'finish'])
      await intake.ok(`/work-orders/${order.id}/actions/record-on-behalf`, {
        what,
        person: '值班员',
        at: app.now().toISOString(),
        note: '已办理。',
      });
}

/** Actions somebody could take now. */
export const actionsOf = (record: Pick<CaseView, 'allowedActions'>): string[] =>
  record.allowedActions.filter(({ reason }) => reason === undefined).map(({ action }) => action);

/** The running clocks of a case, by rule. */
export const runningRules = (file: Pick<CaseView, 'deadlines'>): string[] =>
  (file.deadlines ?? [])
    .filter(({ state }) => state === 'running')
    .map(({ ruleId }) => ruleId)
    .sort();
