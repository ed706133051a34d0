import { VILLAGE } from './journey';
import type { Client, TestApp } from './test-app';

export interface Coverage {
  readonly target: number;
  readonly met: number;
  readonly notMet: number;
  readonly open: number;
  readonly findings: number;
  readonly added: number;
  readonly reasons: readonly { code: string; name: string; count: number }[];
}

interface Allowed {
  readonly allowedActions: readonly { action: string; reason?: string }[];
}

export interface Campaign extends Allowed {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly endsOn: string;
  readonly coverage: Coverage;
  readonly villageNames: readonly string[] | null;
  readonly sheets: readonly { id: string; regionCode: string; state: string; coverage: Coverage }[] | null;
  readonly timeline: readonly { label: string; subject: string | null; note: string | null }[] | null;
}

export interface ScreenedChild {
  readonly taskId: string;
  readonly state: string;
  readonly listed: boolean;
  readonly name: string | null;
  readonly watchNumber: string | null;
  readonly findings: readonly string[];
  readonly note: string | null;
  readonly reportNos: readonly string[];
}

export interface Sheet extends Allowed {
  readonly id: string;
  readonly campaignId: string;
  readonly state: string;
  readonly regionName: string | null;
  readonly coverage: Coverage;
  readonly children: readonly ScreenedChild[] | null;
  readonly deadlines:
    readonly { ruleId: string; state: string; dueAt: string; basis: string; basisName: string }[] | null;
  readonly timeline: readonly { label: string; note: string | null }[] | null;
}

/** A screening of 柿园村, of all its watched children. */
export function campaignBody(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    title: '2026年国庆排查',
    kind: 'OTHER',
    regions: [VILLAGE],
    categories: [],
    checklist: ['CARER_PRESENT', 'NO_INJURY', 'IN_SCHOOL'],
    startsOn: '2026-09-20',
    endsOn: '2026-10-10',
    instructions: '每户都要看到孩子。',
    ...overrides,
  };
}

/** Drawn up and published by the township. */
export async function published(app: TestApp, overrides: Record<string, unknown> = {}): Promise<Campaign> {
  const station = await app.as('station');
  const draft = await station.ok<Campaign>('/campaigns', campaignBody(overrides));
  const running = await station.ok<Campaign>(`/campaigns/${draft.id}/actions/publish`);
  await app.drain();
  return running;
}

/** The sheet of the one village that `campaign` has. */
export const sheetOf = (client: Client, { sheets }: Campaign): Promise<Sheet> =>
  client.read<Sheet>(`/campaign-sheets/${sheets?.[0]?.id}`);

export const childOf = (sheet: Sheet, name: string): ScreenedChild => {
  const found = sheet.children?.find((child) => child.name === name);
  if (found === undefined) throw new Error(`${name} is not on the sheet`);
  return found;
};

/** A finding made a report. */
export const screeningFinding = (
  taskId: string,
  overrides: Record<string, unknown> = {},
): Record<string, unknown> => ({
  taskId,
  situations: ['MR9'],
  facts: '排查时发现孩子身上有伤，没有人带去看病。',
  childSafeNow: 'unknown',
  medicalSent: 'no',
  exclusionHints: [],
  wantsSecrecy: true,
  ...overrides,
});

/** Bodies that the rules behind the schema accept too, by operation. */
export const campaignBodies: Readonly<Record<string, Record<string, unknown>>> = {
  Campaign_create: campaignBody(),
  Campaign_revise: campaignBody(),
  Campaign_extend: { endsOn: '2026-10-20', reason: '下雨，路不通' },
  CampaignSheet_addChild: { sex: 'male', address: '柿园村一组', met: true, findings: [] },
};

/** The campaign or sheet on which the operation's fields are looked at before its state. */
export async function campaignRecordFor(app: TestApp, operationId: string): Promise<string> {
  if (operationId.startsWith('CampaignSheet_')) return sheetFor(app, operationId);
  if (/extend|close/.test(operationId)) return (await published(app)).id;
  return (await (await app.as('station')).ok<Campaign>('/campaigns', campaignBody())).id;
}

/** A sheet without children, reported where the operation looks at what was reported. */
async function sheetFor(app: TestApp, operationId: string): Promise<string> {
  const director = await app.as('director');
  const { id } = await sheetOf(director, await published(app, { categories: ['ORPHAN'] }));
  if (/sign|return/.test(operationId)) await director.ok(`/campaign-sheets/${id}/actions/submit`);
  return id;
}
