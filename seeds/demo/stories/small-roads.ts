/** Reports that open no case, each on its own road to an end. */
import type { Story } from '../history';
import { visitorOf } from './people';
import type { Tale } from './world';

async function* filed(tale: Tale, words: object, by = 'jiaoshi'): Story {
  yield tale.at;
  await tale.file(by, words);
  yield tale.minutes(18);
  await tale.receive();
}

/** 暂未发现风险（存查）: looked into, and a second person agreed; it may wait for that person still. */
export async function* screenedOut(tale: Tale, until: 'proposed' | 'confirmed'): Story {
  yield* filed(tale, {
    situations: ['FAMILY_EDUCATION'],
    facts: '孩子说爸爸妈妈吵架，晚上睡不好，想请人看看。',
  });
  yield tale.minutes(90);
  await tale.report('shouli1', 'propose-screen-out', {
    checks: ['EARLIER_REPORTS', 'REPORTER_HEARD'],
    reason: '已电话联系学校和村里，孩子近期状况正常，父母已接受劝解。',
  });
  if (until === 'proposed') return;
  yield tale.minutes(60);
  await tale.report('shouli2', 'confirm-screen-out', { remark: '同意存查。' });
  yield tale.minutes(20);
  await tale.report('shouli1', 'feedback', { stage: 'result', text: '已经了解情况，会继续留意。谢谢您。' });
}

/** 咨询: a question and its answer. */
export async function* consult(tale: Tale): Story {
  yield* filed(tale, {
    situations: ['CONSULT'],
    facts: '想问外出打工前，孩子托给亲戚照看要办什么手续。',
  });
  yield tale.minutes(35);
  await tale.report('shouli1', 'answer-consult', {
    answer:
      '请书面告知学校和村（居）委会，选择有照护能力的成年人，并听取孩子的意见；外出后每周至少联系孩子一次。',
  });
}

/** 重复报告: two people saw the same thing. */
export async function* reportedTwice(tale: Tale, first: Tale): Story {
  yield* filed(tale, { situations: ['BULLYING'], facts: '有同学拦着要钱，孩子不敢上学。' });
  yield tale.minutes(25);
  const { reportNo } = await (
    await tale.as('shouli1')
  ).get<{ reportNo: string }>(`/reports/${first.reportId}`);
  await tale.report('shouli1', 'mark-duplicate', {
    reportNo,
    reason: '同一个孩子、同一件事，已在前一份报告中办理。',
  });
}

/** 并入: somebody else worries about a child that has a case; the report joins it. */
export async function* linked(tale: Tale): Story {
  yield* filed(
    tale,
    {
      situations: ['POVERTY'],
      unitType: 'VILLAGE',
      facts: '孩子还穿着单衣，家里还没有生火取暖，想请人再去看看。',
    },
    visitorOf(tale.family.regionCode),
  );
  yield tale.minutes(30);
  await tale.triage({
    summary: '村里再次报告一户困难家庭，请在原个案中一并办理。',
    urgency: 'U3',
    kinds: [],
    caseDecision: 'link',
  });
}

/** 移送: the other side has to accept before it is gone. */
export async function* handedOver(tale: Tale, until: 'waiting' | 'accepted'): Story {
  yield* filed(tale, {
    situations: ['CUSTODY_DISPUTE'],
    facts: '孩子随母亲到外县生活，两边为抚养争执，孩子夹在中间。',
  });
  yield tale.minutes(70);
  await tale.report('shouli1', 'transfer-out', {
    receiver: '邻县未成年人保护工作站',
    reason: '孩子现居住在邻县，由当地办理更及时。',
  });
  if (until === 'waiting') return;
  yield tale.days(1, '11:00');
  await tale.report('shouli1', 'confirm-transfer', { repliedAt: tale.iso, person: '邻县值班同志' });
}
