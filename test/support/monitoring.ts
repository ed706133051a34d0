import { VILLAGE } from './journey';
import type { Client, TestApp } from './test-app';

export interface WatchItem {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly level: string;
  readonly childName: string | null;
  readonly nextVisitOn: string | null;
  readonly missedVisits: number;
  readonly signals: readonly { code: string; offer: string }[];
  readonly confirmAgencyName: string | null;
  readonly workerAgencyName: string | null;
  readonly workerUserName: string | null;
  readonly child: { id: string; name: string | null; address: string | null; version: number } | null;
  readonly guardians: readonly { name: string | null; relationName: string | null }[] | null;
  readonly visits: readonly { seenChild: boolean; missed: number; plannedOn: string | null }[] | null;
  readonly care: readonly { state: string; carerName: string | null; lastContactOn: string | null }[] | null;
  readonly contacts: readonly { contactedOn: string }[] | null;
  readonly reports: readonly { reportId: string; reportNo: string; stateName: string }[] | null;
  readonly cases: readonly { id: string; caseNo: string }[] | null;
  readonly deadlines:
    readonly { ruleId: string; name: string; state: string; dueAt: string; basisName: string }[] | null;
  readonly timeline: readonly { label: string; note: string | null }[] | null;
  readonly similar: readonly { personId: string }[] | null;
  readonly allowedActions: readonly { action: string; reason?: string }[];
}

/** A child of the village, left with its grandmother; nothing in it is real. */
export function proposal(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    child: {
      name: '苗小禾',
      sex: 'female',
      birthDate: '2017-05-06',
      school: '柳溪镇小学',
      address: '柿园村三组',
    },
    guardian: { name: '苗奶奶', relation: '62', phone: '13900000011' },
    regionCode: VILLAGE,
    categories: ['LEFT_BEHIND'],
    level: 'key',
    why: '父母在外打工，奶奶腿脚不便。',
    parents: '父母都在外省的工地',
    exclusions: [],
    ...overrides,
  };
}

/** Proposed by the village, confirmed by the township. */
export async function watched(app: TestApp, overrides: Record<string, unknown> = {}): Promise<WatchItem> {
  const item = await (await app.as('director')).ok<WatchItem>('/watch-items', proposal(overrides));
  const level = overrides.level ?? 'key';
  return (await app.as('station')).ok<WatchItem>(`/watch-items/${item.id}/actions/confirm`, { level });
}

export const ALL_NORMAL = Object.fromEntries(
  ['LIVING', 'CARE', 'SCHOOLING', 'HEALTH', 'MIND', 'SAFETY', 'HOUSING', 'SOCIAL'].map((code) => [
    code,
    { rating: 'normal' },
  ]),
);

/** A visit at which all was well. */
export function visit(app: TestApp, overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    visitType: 'HOME_VISIT',
    visitedAt: app.now().toISOString(),
    seenChild: true,
    spokeAlone: true,
    guardianPresent: true,
    items: ALL_NORMAL,
    leftUnattended: false,
    livesAlone: false,
    ...overrides,
  };
}

/** What somebody may do now. */
export const may = (item: { allowedActions: WatchItem['allowedActions'] }): string[] =>
  item.allowedActions.filter(({ reason }) => reason === undefined).map(({ action }) => action);

/** Why an action is not possible. */
export const whyNot = (item: { allowedActions: WatchItem['allowedActions'] }, action: string): string =>
  item.allowedActions.find((item_) => item_.action === action)?.reason ?? '';

export const read = (client: Client, id: string): Promise<WatchItem> =>
  client.read<WatchItem>(`/watch-items/${id}`);

/** Bodies that the rules behind the schema accept too, by operation; `seen` is a visit to a case. */
export function monitoringBodies(seen: Record<string, unknown>): Record<string, Record<string, unknown>> {
  return {
    WatchItem_propose: proposal(),
    WatchItem_revise: { categories: ['DISTRESSED'], why: '家中困难。' },
    WatchItem_resubmit: { categories: ['DISTRESSED'], why: '家中困难。' },
    WatchItem_reopen: { categories: ['DISTRESSED'], why: '家中困难。', level: 'key' },
    WatchItem_end: { reason: 'AGED_OUT', childOpinion: '知道了' },
    WatchItem_exclude: { hints: ['VILLAGE'], reason: '照护人是村干部的亲属' },
    WatchItem_pause: { untilOn: '2026-12-01', reason: '去外婆家' },
    WatchVisit_recordVisit: { ...seen, leftUnattended: false, livesAlone: false },
    WatchVisit_planVisit: { nextVisitOn: '2026-09-20' },
    WatchVisit_recordCare: {
      carerName: '禾大伯',
      relation: '81',
      startedOn: '2026-09-01',
      violence: false,
      habits: false,
      neglect: false,
      unfit: false,
      parentsAway: '父母外出打工',
      childOpinion: '愿意',
    },
    WatchVisit_recordUnfitCarer: { disqualifiers: ['neglect'], note: '无人照看。' },
    WatchVisit_endCare: { endedOn: '2026-09-14', reason: '母亲回来' },
    WatchVisit_recordContact: { contactedOn: '2026-09-14', who: 'mother', way: 'phone' },
  };
}
