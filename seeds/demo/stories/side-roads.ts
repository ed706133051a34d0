/** Where a case may stand besides the ordinary road (domain §3.3, §4.5; design §9.5). */
import type { Story } from '../history';
import { plan, visit } from './casework';
import { ordinaryRoad } from './ordinary';
import { agencyOf, supervisorOf } from './people';
import { THEMES } from './themes';
import type { Tale } from './world';

interface Measures {
  readonly measures: readonly { readonly id: string; readonly kind: string }[] | null;
}
interface Conferences {
  readonly conferences: readonly { readonly participants: readonly { readonly id: string }[] }[] | null;
}

/** 转出: asked for yesterday, and the other district has not answered yet. */
export async function* moving(tale: Tale): Story {
  yield* ordinaryRoad(tale, THEMES.dropout, 'assessed');
  yield tale.days(2, '10:10');
  await tale.act('shouli1', 'request-transfer', {
    place: '邻省安平市东河县',
    contact: '东河县未成年人保护工作站',
    reason: '孩子随母亲迁居，已在当地就学。',
    done: '已劝返复学，走访一次，评估为低风险。',
    open: '请当地落实学籍，继续走访。',
  });
}

/** 中止: nobody has been able to reach the family; the next check is agreed on. */
export async function* resting(tale: Tale): Story {
  yield* ordinaryRoad(tale, THEMES.poverty, 'assessed');
  yield tale.days(12, '09:20');
  await tale.act(supervisorOf(tale.family.regionCode), 'suspend', {
    reason: 'LOST_CONTACT',
    nextCheckOn: tale.day(40),
    note: '电话停机，邻居说全家外出，已请公安协助查找。',
  });
}

/** 档案冻结: the child died; the leader's review is still to come. */
export async function* frozen(tale: Tale): Story {
  yield* ordinaryRoad(tale, THEMES.poverty, 'assessed');
  yield tale.days(10, '15:40');
  await tale.act(supervisorOf(tale.family.regionCode), 'record-death', {
    diedAt: new Date(tale.at.getTime() - 5 * 3_600_000).toISOString(),
    place: '平新县人民医院',
    circumstances: '先天性心脏病急性发作，抢救无效。',
    reportedTo: '平新县民政局、平新县卫生健康委员会',
    reportedAt: tale.iso,
  });
}

/** 监护干预: a 告诫书 and a 人身安全保护令 that runs; the child lives at home under it. */
export async function* protectedAtHome(tale: Tale): Story {
  yield* ordinaryRoad(tale, THEMES.harshDiscipline, 'assessed');
  yield tale.days(3, '10:00');
  const supervisor = supervisorOf(tale.family.regionCode);
  await tale.act(supervisor, 'open-guardianship', { reason: '父亲经劝诫后再次动手。' });
  const measure = {
    happenedAt: tale.iso,
    facts: '父亲再次用衣架打孩子，孩子上臂有淤青。',
    person: '值班同志',
  };
  await tale.act('minzheng', 'issue-measure', {
    ...measure,
    kind: 'warning-letter',
    number: '平公（演）告字3号',
  });
  const { measures } = await (
    await tale.as('minzheng')
  ).act<Measures>('cases', tale.caseId, 'issue-measure', {
    ...measure,
    kind: 'protection-order',
    urgent: false,
    terms: ['NO_VIOLENCE', 'NO_CONTACT'],
    evidence: ['POLICE_DECISION', 'MEDICAL'],
  });
  const measureId = measures?.find(({ kind }) => kind === 'protection-order')?.id;
  yield tale.days(2, '11:30');
  await tale.act('minzheng', 'decide-measure', {
    measureId,
    granted: true,
    decidedOn: tale.day(0),
    expiresOn: tale.day(150),
    number: '平法（演）护令5号',
  });
  yield tale.days(1, '09:30');
  for (const party of ['respondent', 'police'])
    await tale.act('minzheng', 'serve-measure', { measureId, party, servedAt: tale.iso, person: '本人签收' });
  await plan(
    tale,
    [{ supportType: 'GUARDIAN_SUPPORT', provider: '平新县妇女联合会' }],
    '保护令期间父亲不接触孩子，孩子和母亲安心生活。',
  );
  yield* laterVisit(tale);
}

/** 会商: held, and its tasks are being worked on. */
export async function* conferred(tale: Tale): Story {
  yield* ordinaryRoad(tale, THEMES.harshDiscipline, 'assessed');
  yield tale.days(3, '09:00');
  const kinds = ['police', 'women_federation', 'education'];
  const { conferences } = await (
    await tale.as('minzheng')
  ).act<Conferences>('cases', tale.caseId, 'convene-conference', {
    reason: '研究怎样帮助这个家庭，孩子是否需要换班。',
    meetsAt: new Date(tale.at.getTime() + 29.5 * 3_600_000).toISOString(),
    place: '民政局三楼会议室',
    participants: kinds.map((kind) => ({ agencyId: agencyOf(kind) })),
  });
  yield tale.days(1, '16:30');
  await tale.act('minzheng', 'conclude-conference', {
    heldAt: new Date(tale.at.getTime() - 2 * 3_600_000).toISOString(),
    opinions: (conferences?.at(-1)?.participants ?? []).map(({ id }) => ({
      participantId: id,
      present: true,
      opinion: '同意分工。',
    })),
    facts: '父亲愿意接受指导，母亲能够保护孩子。',
    conclusion: 'other',
    explanation: '孩子留在家中，由各单位分工帮助，一个月后再看。',
    confidentiality: '会议内容不得外传。',
    childOpinion: '想留在现在的班里。',
    tasks: [
      { agencyId: agencyOf('women_federation'), what: '每周一次家庭教育指导，共四次。', dueOn: tale.day(30) },
      { agencyId: agencyOf('education'), what: '请学校安排心理老师每周见孩子一次。', dueOn: tale.day(21) },
    ],
  });
  yield* laterVisit(tale);
}

/** The child is seen again, and the next visit agreed on. */
async function* laterVisit(tale: Tale): Story {
  yield tale.minutes(90);
  await visit(tale, 'watch');
}
