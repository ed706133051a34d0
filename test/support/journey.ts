import type { Client, TestApp } from './test-app';

export interface Named {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly regionCode: string;
}

export interface Reference {
  readonly agencies: readonly Named[];
  readonly users: readonly { id: string; displayName: string; role: string; agencyId: string }[];
  readonly regions: readonly { code: string; name: string; level: string; parentCode: string | null }[];
}

export interface Report {
  readonly id: string;
  readonly reportNo: string;
  readonly state: string;
  readonly progress: string;
  readonly cases: readonly { id: string; caseNo: string }[] | null;
  readonly feedback: readonly { stage: string; text: string }[] | null;
  readonly deadlines: readonly Deadline[];
  readonly allowedActions: readonly { action: string; reason?: string }[];
  readonly content: Record<string, unknown> | null;
  readonly _masked: readonly string[];
}

export interface Deadline {
  readonly ruleId: string;
  readonly state: string;
  readonly overdue: boolean;
  readonly basisName: string;
  readonly dueAt: string;
  readonly ladder: readonly { step: string; at: string; takenAt: string | null; number: string | null }[];
}

export interface Order {
  readonly id: string;
  readonly orderNo: string;
  readonly agencyId: string;
  readonly caseId: string;
  readonly role: string;
  readonly isLetter: boolean;
  readonly state: string;
  readonly summary: string | null;
  readonly allowedActions: readonly { action: string; reason?: string }[];
}

export interface CaseView {
  readonly id: string;
  readonly caseNo: string;
  readonly phase: string;
  readonly childName: string | null;
  readonly riskLevel: string | null;
  readonly stages: readonly { stage: string; closedAt: string | null }[];
  readonly services: readonly { id: string; state: string }[] | null;
  readonly workOrders: readonly Order[] | null;
  readonly deadlines: readonly Deadline[] | null;
  readonly timeline: readonly { label: string; upcoming: boolean }[] | null;
  readonly allowedActions: readonly { action: string; reason?: string }[];
}

export interface Page<T> {
  readonly data: readonly T[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** A village of the demo district, with the accounts around it. */
export const VILLAGE = '990101100200';

export interface Triage extends Record<string, unknown> {
  orders: { agencyId: string; role: string; task: string }[];
  notices: { agencyId: string }[];
}

/** What a teacher writes; nothing in it is real. */
export function reportBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    channel: 'CONSOLE',
    unitType: 'SCHOOL',
    situations: ['MR4'],
    regionCode: VILLAGE,
    childSafeNow: 'unknown',
    medicalSent: 'no',
    children: [
      {
        name: '禾苗苗',
        sex: 'female',
        age: 9,
        school: '平新县第一小学',
        guardianName: '禾大田',
        guardianPhone: '13900000001',
        guardianRelation: '51',
      },
    ],
    suspects: [{ perpetratorType: 'FATHER', note: '不清楚' }],
    facts: '孩子手臂有多处淤青，说不想回家。',
    exclusionHints: ['GUARDIAN'],
    policeToldAt: undefined,
    reporterName: '林老师',
    reporterPhone: '13900000002',
    reporterPosition: '班主任',
    wantsSecrecy: true,
    ...overrides,
  };
}

/** A plan with one goal and one service, for tests that begin in September 2026. */
export function planBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    goals: [{ goal: '孩子在家安全', measures: '每两周走访', owner: '儿童督导员', dueOn: '2026-11-30' }],
    childInformed: true,
    childOpinion: '愿意',
    reviewOn: '2026-12-01',
    services: [{ supportType: 'GUARDIAN_SUPPORT', provider: '平新县妇联', dueOn: '2026-11-01' }],
    ...overrides,
  };
}

/** The proposal as intake would confirm it: neutral summary, selected orders, children with what is compulsory. */
export function triageFrom(
  proposal: Record<string, unknown>,
  overrides: Record<string, unknown> = {},
): Triage {
  const orders = (
    proposal.orders as {
      agencyId: string;
      role: string;
      task: string;
      selected: boolean;
      excludedBecause: string | null;
    }[]
  )
    .filter((order) => order.selected && order.excludedBecause === null)
    .map(({ agencyId, role, task }) => ({ agencyId, role, task }));
  const notices = (proposal.notices as { agencyId: string; selected: boolean }[])
    .filter(({ selected }) => selected)
    .map(({ agencyId }) => ({ agencyId }));
  const children = (proposal.children as Record<string, unknown>[]).map((child) => ({ ...child }));
  return {
    urgency: proposal.urgency,
    situations: proposal.situations,
    regionCode: proposal.regionCode ?? VILLAGE,
    summary: '学校报告一名儿童身上有伤，需要核实安全状况。',
    children,
    suspects: proposal.suspects,
    exclusions: [],
    orders,
    notices,
    ...overrides,
  };
}

/** Files, receives and triages; returns the report and its first case. */
export async function openCase(
  app: TestApp,
  overrides: { readonly report?: Record<string, unknown>; readonly triage?: Record<string, unknown> } = {},
): Promise<{ reportId: string; caseId: string; orders: readonly Order[]; teacher: Client; intake: Client }> {
  const teacher = await app.as('teacher');
  const intake = await app.as('intake');
  const receipt = await teacher.ok<Report>(
    '/reports',
    reportBody({ policeToldAt: app.now().toISOString(), ...overrides.report }),
  );
  const caseId = await receiveAndTriage(intake, receipt.id, overrides.triage);
  return { reportId: receipt.id, caseId, orders: await ordersOf(intake, caseId), teacher, intake };
}

/** 受理 and 分诊 of a filed report as proposed; returns its first case. */
export async function receiveAndTriage(
  intake: Client,
  reportId: string,
  triage: Record<string, unknown> = {},
): Promise<string> {
  await intake.ok(`/reports/${reportId}/actions/receive`);
  const proposal = await intake.read<Record<string, unknown>>(`/reports/${reportId}/triage-proposal`);
  const report = await intake.ok<Report>(`/reports/${reportId}/actions/triage`, triageFrom(proposal, triage));
  return report.cases?.[0]?.id ?? '';
}

export async function ordersOf(client: Client, caseId: string): Promise<readonly Order[]> {
  return (await client.read<Page<Order>>(`/work-orders?filter[caseId]=${caseId}&limit=50`)).data;
}
