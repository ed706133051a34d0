import type { Story } from '../history';
import {
  archive,
  assess,
  assign,
  completeServices,
  followUps,
  ordersAnswered,
  ordersSigned,
  plan,
  reassess,
  requestClosing,
  safetyCheck,
  signClosing,
  visit,
} from './casework';
import { supervisorOf } from './people';
import type { Theme } from './themes';
import type { Tale } from './world';

/** How far the road had been walked by today. */
export const MILESTONES = [
  'triaged',
  'signed',
  'assessed',
  'planned',
  'closing',
  'closed',
  'followed',
  'archived',
] as const;
export type Milestone = (typeof MILESTONES)[number];

/** From the report to the archive, as most cases go; it stops where this child is today. */
export async function* ordinaryRoad(tale: Tale, theme: Theme, until: Milestone): Story {
  const reaches = (milestone: Milestone): boolean =>
    MILESTONES.indexOf(until) >= MILESTONES.indexOf(milestone);
  yield* opening(tale, theme);
  if (!reaches('signed')) return;
  if (theme.urgency === 'U0') {
    yield tale.minutes(70);
    await safetyCheck(tale, 'safe_with_plan');
  }
  yield* ordersSigned(tale);
  if (!reaches('assessed')) return;
  yield* firstLook(tale, theme);
  if (!reaches('planned')) return;
  yield* support(tale, theme);
  if (!reaches('closing')) return;
  yield* ending(tale, theme);
  if (!reaches('closed')) return;
  yield* signClosing(tale);
  yield tale.minutes(30);
  await tale.report('shouli1', 'feedback', {
    stage: 'result',
    text: '事情已经办结，孩子目前得到照料。谢谢您。',
  });
  if (!reaches('followed')) return;
  const done = yield* followUps(tale);
  if (!done || !reaches('archived')) return;
  yield tale.days(3, '11:00');
  await archive(tale);
}

async function* opening(tale: Tale, theme: Theme): Story {
  yield tale.at;
  await tale.file(theme.reporter, {
    situations: [theme.situation],
    unitType: theme.unitType,
    facts: theme.facts,
    suspects: theme.suspects ?? [],
    exclusionHints: theme.suspects === undefined ? [] : ['GUARDIAN'],
  });
  yield tale.minutes(theme.urgency === 'U0' ? 6 : 25);
  await tale.receive();
  yield tale.minutes(theme.urgency === 'U0' ? 9 : 50);
  await tale.triage({ summary: theme.summary, urgency: theme.urgency, kinds: theme.kinds });
  yield tale.minutes(15);
  await tale.report('shouli1', 'feedback', {
    stage: 'triage',
    text: '已受理并转相关单位办理，感谢您的报告。',
  });
  await assign(tale);
}

/** The agencies answer, the child is seen, the risk is judged. */
async function* firstLook(tale: Tale, theme: Theme): Story {
  const supervisor = supervisorOf(tale.family.regionCode);
  yield* ordersAnswered(tale, { days: 2, reply: theme.reply });
  if (theme.urgency === 'U0') {
    yield tale.minutes(30);
    for (const caseId of tale.caseIds)
      await tale.act(supervisor, 'end-emergency', { outcome: '现实危险已经排除。' }, caseId);
  }
  yield tale.minutes(40);
  await visit(tale, 'watch', 14);
  await assess(tale, supervisor, theme.risk);
}

async function* support(tale: Tale, theme: Theme): Story {
  yield tale.days(2, '10:00');
  await plan(tale, theme.services, theme.goals);
  for (const days of [14, 30]) {
    if (tale.at.getTime() + days * 86_400_000 > tale.world.history.end.getTime()) return;
    yield tale.days(days, '16:10');
    await visit(tale);
  }
}

async function* ending(tale: Tale, theme: Theme): Story {
  yield tale.days(3, '15:00');
  await completeServices(tale, '已按方案完成，家里和学校都反映有好转。');
  const supervisor = supervisorOf(tale.family.regionCode);
  if (theme.risk.length > 0) await reassess(tale, supervisor);
  else await assess(tale, supervisor);
  yield tale.minutes(45);
  await requestClosing(tale);
}
