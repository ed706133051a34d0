import { startOfDay } from '../kernel';
import type { CasePhase } from './case.workflow';
import type { CaseResponse } from './dto/case.response';
import type { TimelineEntryResponse } from './dto/timeline-entry.response';

export type UpcomingParts = Pick<
  CaseResponse,
  'deadlines' | 'visits' | 'plans' | 'services' | 'conferences' | 'suspensions' | 'measures'
>;

/** The work goes on: visits, reviews and services that were agreed on are still to come. */
const AT_WORK: ReadonlySet<CasePhase> = new Set(['open', 'suspended', 'transferring', 'closing']);
const SHUT: ReadonlySet<CasePhase> = new Set(['frozen', 'archived']);

/**
 * What lies ahead of a case, soonest first: running clocks, and while the work goes on the next visit, the review of the
 * plan, services that are due, conferences and their tasks, measures that run out, the next look at a case that rests. What is overdue stays in the list until it is done.
 */
export function upcomingEntries(
  phase: CasePhase,
  { deadlines, visits, plans, services, conferences, suspensions, measures }: UpcomingParts,
): TimelineEntryResponse[] {
  if (SHUT.has(phase)) return [];
  const clocks = (deadlines ?? [])
    .filter(({ state }) => state === 'running')
    .map(({ id, dueAt, name, ownerName }) =>
      entry(`deadline-${id}`, dueAt, 'deadline.due', `时限：${name}`, ownerName || null),
    );
  if (!AT_WORK.has(phase)) return inOrder(clocks);
  const lastVisit = visits?.at(-1);
  const lastPlan = plans?.find(({ state }) => state === 'approved');
  const rest = suspensions?.find(({ endedAt }) => endedAt === null);
  const days = [
    ...(rest ? [onDay(`suspension-${rest.id}`, rest.nextCheckOn, 'suspension.check', '中止期间核查')] : []),
    ...(lastVisit?.nextDueOn
      ? [onDay(`visit-${lastVisit.id}`, lastVisit.nextDueOn, 'visit.due', '下次走访')]
      : []),
    ...(lastPlan
      ? [onDay(`review-${lastPlan.id}`, lastPlan.reviewOn, 'plan.review-due', '帮扶方案复核')]
      : []),
    ...(services ?? [])
      .filter(({ state }) => state === 'planned' || state === 'ongoing')
      .map(({ id, dueOn, supportTypeName }) =>
        onDay(`service-${id}`, dueOn, 'service.due', `帮扶服务：${supportTypeName}`),
      ),
    ...(conferences ?? []).flatMap(conferenceEntries),
    ...(measures ?? []).flatMap(({ id, state, expiresOn, name }) =>
      state === 'in_force' && expiresOn !== null
        ? [onDay(`measure-${id}`, expiresOn, 'measure.due', `${name}到期`)]
        : [],
    ),
  ];
  return inOrder([...clocks, ...days]);
}

function inOrder(entries: readonly TimelineEntryResponse[]): TimelineEntryResponse[] {
  return [...entries].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.id < b.id ? -1 : 1));
}

function conferenceEntries({
  id,
  state,
  meetsAt,
  tasks,
}: NonNullable<UpcomingParts['conferences']>[number]): TimelineEntryResponse[] {
  return [
    ...(state === 'convened' ? [entry(`conference-${id}`, meetsAt, 'conference.due', '会商', null)] : []),
    ...tasks
      .filter((task) => task.state === 'open')
      .map((task) => ({
        ...onDay(`task-${task.id}`, task.dueOn, 'conference-task.due', '会商任务'),
        agencyName: task.agencyName,
      })),
  ];
}

function onDay(id: string, day: string, action: string, label: string): TimelineEntryResponse {
  return entry(id, startOfDay(day).toISOString(), action, label, null);
}

function entry(
  id: string,
  at: string,
  action: string,
  label: string,
  agencyName: string | null,
): TimelineEntryResponse {
  return {
    id,
    at,
    upcoming: true,
    action,
    label,
    subject: null,
    stage: null,
    actorName: null,
    agencyName,
    note: null,
  };
}
