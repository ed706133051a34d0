import type { Story } from '../history';
import { assess, ordersAnswered, ordersSigned, plan, safetyCheck } from './casework';
import { agencyOf, supervisorOf } from './people';
import type { Tale } from './world';

export const VIOLENCE_MILESTONES = ['emergency', 'placed', 'conference', 'returned'] as const;
export type ViolenceMilestone = (typeof VIOLENCE_MILESTONES)[number];

/** 监护人暴力: a child is hurt at home, goes to hospital first, to the shelter, and home when a conference says so. */
export async function* violenceAtHome(tale: Tale, until: ViolenceMilestone): Story {
  const reaches = (milestone: ViolenceMilestone): boolean =>
    VIOLENCE_MILESTONES.indexOf(until) >= VIOLENCE_MILESTONES.indexOf(milestone);
  yield* report(tale);
  yield tale.minutes(50);
  await safetyCheck(tale, 'unsafe', true);
  if (!reaches('placed')) return;
  yield* takeIn(tale);
  yield* ordersSigned(tale);
  yield* ordersAnswered(tale, { days: 3, reply: '已按职责办理，继续配合。' });
  yield tale.minutes(30);
  await assess(tale, supervisorOf(tale.family.regionCode), ['INJURY', 'PERPETRATOR_ACCESS']);
  yield tale.days(2, '10:00');
  await tale.act(supervisorOf(tale.family.regionCode), 'end-emergency', {
    outcome: '孩子已在救助保护中心安置。',
  });
  await plan(
    tale,
    [
      { supportType: 'PSYCHOLOGY', provider: '平新县青禾社会工作服务中心' },
      { supportType: 'GUARDIAN_SUPPORT', provider: '平新县妇女联合会' },
    ],
    '孩子身心恢复；父亲完成教育辅导，不再动手。',
  );
  if (!reaches('conference')) return;
  yield* meet(tale, reaches('returned') ? 'return' : 'continue');
  if (!reaches('returned')) return;
  yield* goHome(tale);
}

async function* report(tale: Tale): Story {
  yield tale.at;
  await tale.file('yiyuan', {
    situations: ['MR4'],
    unitType: 'MEDICAL',
    facts: '就诊时发现背部多处新旧伤痕，孩子说是在家里被打的。',
    injury: '背部、大腿多处条状淤伤',
    childSafeNow: 'no',
    medicalSent: 'yes',
    suspects: [{ perpetratorType: 'FATHER' }],
    exclusionHints: ['GUARDIAN'],
    policeToldAt: tale.iso,
    reporterName: '许医生',
    reporterPosition: '接诊医生',
  });
  yield tale.minutes(5);
  await tale.receive();
  yield tale.minutes(8);
  await tale.triage({
    summary: '医院报告一名儿童身上有伤，疑似在家中受到伤害，请立即核实安全并配合安置。',
    urgency: 'U0',
    kinds: ['civil_affairs', 'township', 'women_federation', 'shelter'],
    tells: ['education'],
  });
}

/** 先医后置: the hospital, the hand-over, custody, the shelter. */
async function* takeIn(tale: Tale): Story {
  yield tale.minutes(60);
  await tale.act('shouli1', 'record-medical', {
    kind: 'TREATMENT',
    visitedAt: new Date(tale.at.getTime() - 20 * 60_000).toISOString(),
    hospital: '平新县人民医院',
    injuries: '软组织挫伤，无骨折',
    diagnosis: '多处软组织挫伤',
    authorisedBy: 'CIVIL_AFFAIRS',
    costBearer: 'GOVERNMENT',
  });
  yield tale.minutes(40);
  await tale.act('minzheng', 'decide-custody', {
    reasons: ['TC6'],
    facts: '疑似在家中受到伤害，现有危险没有排除，没有其他合适的照护人。',
    startedOn: tale.day(0),
    guardianTold: false,
    guardianNotice: '由公安机关依法告知。',
    childOpinion: '不想回家，想去安全的地方。',
  });
  yield tale.minutes(30);
  await tale.act('minzheng', 'place-child', {
    kind: 'SHELTER',
    basis: 'CUSTODY',
    agencyId: agencyOf('shelter'),
    address: '救助保护中心三号楼',
    reason: '需要紧急安置。',
    startedOn: tale.day(0),
    nextReviewOn: tale.day(30),
    childOpinion: '愿意去。',
  });
  yield tale.minutes(45);
  await tale.act('shouli1', 'record-handover', {
    fromParty: 'POLICE',
    toParty: 'SHELTER',
    reason: '带离安置',
    handedAt: tale.iso,
    place: '救助保护中心',
    health: '伤口已处理，精神尚可。',
    belongings: '书包一个、换洗衣物一套',
    handedBy: '韩警官',
    receivedBy: '安小护',
    guardianInformed: false,
    rightsNotice: true,
    childOpinion: '知道接下来会发生什么。',
  });
}

async function* meet(tale: Tale, conclusion: 'return' | 'continue'): Story {
  yield tale.days(20, '09:30');
  const participants = ['civil_affairs', 'police', 'women_federation'].map((kind) => ({
    agencyId: agencyOf(kind),
  }));
  const called = await (
    await tale.as('minzheng')
  ).act<{
    conferences: readonly { participants: readonly { id: string }[] }[] | null;
  }>('cases', tale.caseId, 'convene-conference', {
    reason: '研究孩子是否可以回家。',
    meetsAt: new Date(tale.at.getTime() + 4 * 86_400_000).toISOString(),
    place: '民政局会议室',
    participants,
  });
  const seats = called.conferences?.at(-1)?.participants ?? [];
  yield tale.days(4, '15:00');
  await tale.act('minzheng', 'conclude-conference', {
    heldAt: new Date(tale.at.getTime() - 3 * 3_600_000).toISOString(),
    opinions: seats.map(({ id }) => ({ participantId: id, present: true, opinion: '同意。' })),
    facts: '孩子恢复良好；父亲完成四次教育辅导，母亲能够保护孩子。',
    conclusion,
    explanation:
      conclusion === 'return' ? '危险已经排除，监护人能够履责。' : '教育辅导还没有完成，继续安置。',
    ...(conclusion === 'return' ? { dangerRemoved: true, guardianAble: true } : {}),
    confidentiality: '会议内容不得外传。',
    childOpinion: conclusion === 'return' ? '想回家。' : '再住一段时间。',
    tasks: [],
  });
}

async function* goHome(tale: Tale): Story {
  const [guardian] = tale.family.guardians;
  yield tale.days(1, '10:00');
  await tale.act('minzheng', 'notify-return', {
    notifiedAt: tale.iso,
    guardianName: guardian?.name ?? '监护人',
    conditions: '不再打骂孩子；继续参加家庭教育指导。',
    followUpPlan: '七日、三十日、九十日各走访一次。',
    childOpinion: '想回家。',
  });
  yield tale.days(1, '15:00');
  await tale.act('minzheng', 'return-home', {
    handedAt: tale.iso,
    place: '救助保护中心',
    health: '健康',
    handedBy: '安小护',
    receivedBy: guardian?.name ?? '监护人',
    commitment: '保证不再打骂孩子，接受走访。',
    childOpinion: '高兴。',
  });
}
