/** Steps that many roads share, each in its own time. */
import { CLOSING_CHECKS } from '../../form-codes';
import { SAFETY_SCREEN_A, VISIT_ITEMS } from '../../reference';
import type { Story } from '../history';
import { directorOf, handlerOf, supervisorOf, visitorOf } from './people';
import type { Tale } from './world';

/** Every agency signs for its order within the hour; for those on other networks intake records it. */
export async function* ordersSigned(tale: Tale): Story {
  for (const { id, agencyId } of await tale.orders()) {
    yield tale.minutes(9);
    const username = handlerOf(agencyId);
    if (username === undefined) await onBehalf(tale, id, 'accept', '已送达，对方已签收');
    else await (await tale.as(username)).quietly('work-orders', id, 'accept');
  }
}

/** Every agency answers some days later. */
export async function* ordersAnswered(
  tale: Tale,
  replies: { readonly days: number; readonly reply: string },
): Story {
  const orders = await tale.orders();
  yield tale.days(replies.days, '15:30');
  for (const { id, agencyId } of orders) {
    yield tale.minutes(7);
    const username = handlerOf(agencyId);
    if (username === undefined) await onBehalf(tale, id, 'finish', replies.reply);
    else await (await tale.as(username)).quietly('work-orders', id, 'finish', { reply: replies.reply });
  }
}

async function onBehalf(tale: Tale, orderId: string, what: 'accept' | 'finish', note: string): Promise<void> {
  const body = { what, at: tale.iso, person: '值班同志', receiptNo: `演收${tale.iso.slice(2, 10)}`, note };
  await (await tale.as('shouli1')).quietly('work-orders', orderId, 'record-on-behalf', body);
}

/** 指派 to the village where it has somebody; else the township keeps the work. */
export async function assign(tale: Tale): Promise<void> {
  const { regionCode } = tale.family;
  const director = directorOf(regionCode);
  if (director === undefined) return;
  for (const caseId of tale.caseIds)
    await tale.act(
      supervisorOf(regionCode),
      'assign',
      { agencyId: director.agencyId, userId: director.userId },
      caseId,
    );
}

export async function safetyCheck(
  tale: Tale,
  decision: 'safe_with_plan' | 'unsafe',
  medicalNeeded = false,
): Promise<void> {
  for (const caseId of tale.caseIds)
    await tale.act(
      supervisorOf(tale.family.regionCode),
      'record-safety-check',
      {
        arrivedAt: new Date(tale.at.getTime() - 30 * 60_000).toISOString(),
        seenChild: true,
        spokeAlone: true,
        medicalNeeded,
        homeCondition: '屋里整洁一般，有孩子自己的床。',
        decision,
        decisionReason:
          decision === 'unsafe' ? '可能伤害孩子的人仍在家中。' : '有可靠的亲属今晚陪护，已留联系电话。',
        childOpinion: '想和奶奶在一起。',
      },
      caseId,
    );
}

/** 表A, with these items answered yes. */
export async function assess(tale: Tale, by: string, yes: readonly string[] = []): Promise<void> {
  for (const caseId of tale.caseIds) await tale.act(by, 'assess', screenA(yes), caseId);
}

/** 表A once more, all is well: where that lowers the guard, a second person confirms it. */
export async function reassess(tale: Tale, by: string): Promise<void> {
  for (const caseId of tale.caseIds) {
    const { assessments } = await tale.actAndSee(by, 'assess', screenA([]), caseId);
    const last = assessments?.at(-1);
    if (last?.state === 'proposed')
      await tale.act('shouli1', 'confirm-assessment', { assessmentId: last.id, agree: true }, caseId);
  }
}

function screenA(yes: readonly string[]): object {
  return {
    instrument: 'SAFETY_SCREEN_A',
    instrumentVersion: SAFETY_SCREEN_A.version,
    answers: Object.fromEntries(
      SAFETY_SCREEN_A.items.map(({ code }) => [code, yes.includes(code) ? 'yes' : 'no']),
    ),
    narrative: '已走访家庭、学校和邻居，核对了照料、就学和健康情况。',
    childOpinion: '愿意在家，希望有人陪着写作业。',
  };
}

export interface ServiceWish {
  readonly supportType: string;
  readonly provider: string;
}

export async function plan(tale: Tale, services: readonly ServiceWish[], goals: string): Promise<void> {
  for (const caseId of tale.caseIds)
    await tale.act(
      supervisorOf(tale.family.regionCode),
      'make-plan',
      {
        goals: [
          {
            goal: goals,
            measures: '按服务清单逐项落实，由承办人每月核对一次。',
            owner: '承办人',
            dueOn: tale.day(60),
          },
        ],
        emergencyPlan: '发现危险先打 110，再联系乡镇工作站值班电话。',
        familyView: '愿意配合。',
        childInformed: true,
        reviewOn: tale.day(90),
        childOpinion: '同意这样安排。',
        services: services.map((service) => ({ ...service, dueOn: tale.day(60) })),
      },
      caseId,
    );
}

export async function visit(tale: Tale, rating: 'normal' | 'watch' = 'normal', next = 30): Promise<void> {
  for (const caseId of tale.caseIds)
    await tale.act(
      visitorOf(tale.family.regionCode),
      'record-visit',
      {
        visitType: 'HOME_VISIT',
        visitedAt: new Date(tale.at.getTime() - 60 * 60_000).toISOString(),
        seenChild: true,
        spokeAlone: true,
        guardianPresent: true,
        items: Object.fromEntries(
          VISIT_ITEMS.map(({ code }) => [
            code,
            code === 'CARE' && rating === 'watch'
              ? { rating, note: '老人照料吃力，需要邻里搭把手。' }
              : { rating: 'normal' },
          ]),
        ),
        actions: '和孩子单独聊了一会儿，提醒了用火用电安全。',
        nextDueOn: tale.day(next),
      },
      caseId,
    );
}

export async function completeServices(tale: Tale, result: string): Promise<void> {
  for (const caseId of tale.caseIds) {
    const view = await (
      await tale.as('shouli1')
    ).get<{ services: readonly { id: string; state: string }[] | null }>(`/cases/${caseId}`);
    for (const { id } of (view.services ?? []).filter(
      ({ state }) => state !== 'done' && state !== 'cancelled',
    ))
      await tale.act(
        visitorOf(tale.family.regionCode),
        'complete-service',
        { serviceId: id, result },
        caseId,
      );
  }
}

export async function requestClosing(tale: Tale, reason = 'GOALS_MET'): Promise<void> {
  for (const caseId of tale.caseIds)
    await tale.act(
      visitorOf(tale.family.regionCode),
      'request-closing',
      {
        reason,
        riskLevel: 'low',
        checklist: Object.fromEntries(CLOSING_CHECKS.map(({ code }) => [code, true])),
        note: '孩子状况稳定，监护人能够履责，已约定回访时间。',
        childOpinion: '现在挺好的。',
      },
      caseId,
    );
}

/** Up the line: the township looks where a village asked, the district signs. */
export async function* signClosing(tale: Tale): Story {
  yield tale.days(1, '10:20');
  if (directorOf(tale.family.regionCode) !== undefined)
    for (const caseId of tale.caseIds)
      await tale.act(supervisorOf(tale.family.regionCode), 'endorse-closing', {}, caseId);
  yield tale.days(1, '09:40');
  for (const caseId of tale.caseIds) await tale.act('shouli2', 'sign-closing', {}, caseId);
}

/** 跟踪回访 after 7, 30 and four times 90 days (DL-046), as far as today has come. Says whether all of them have been made. */
export async function* followUps(tale: Tale): AsyncGenerator<Date, boolean, void> {
  for (const days of [6, 29, 88, 88, 88, 88]) {
    if (tale.at.getTime() + days * 86_400_000 > tale.world.history.end.getTime()) return false;
    yield tale.days(days, '16:30');
    for (const caseId of tale.caseIds)
      await tale.act(
        visitorOf(tale.family.regionCode),
        'record-follow-up',
        {
          followedAt: new Date(tale.at.getTime() - 45 * 60_000).toISOString(),
          seenChild: true,
          spokeAlone: true,
          guardianPresent: true,
          state: 'good',
          advice: 'continue',
          childOpinion: '都挺好的。',
        },
        caseId,
      );
  }
  return true;
}

export async function archive(tale: Tale): Promise<void> {
  for (const caseId of tale.caseIds)
    await tale.act(
      'shouli2',
      'archive',
      {
        retention: 'long_term',
        documents: ['报告与受理登记', '协办单及回执', '评估与帮扶方案', '走访与回访记录'],
      },
      caseId,
    );
}
