import type { CaseView, Reference } from './journey';
import type { Client, TestApp } from './test-app';

/** The parts of a case page about care. */
export interface CareView extends CaseView {
  readonly _masked: readonly string[];
  readonly medicalRecords: readonly { hospital: string | null; diagnosis: string }[] | null;
  readonly custodies:
    | readonly {
        id: string;
        state: string;
        days: number;
        band: number | null;
        reasonNames: string[];
        endReasonName: string | null;
        extensions: readonly { leaderName: string }[];
      }[]
    | null;
  readonly placements:
    | readonly {
        id: string;
        state: string;
        place: {
          kindName: string;
          agencyName: string | null;
          address: string | null;
          carerName: string | null;
        } | null;
        nextReviewOn: string;
        endedOn: string | null;
        endReasonName: string | null;
        reviews: readonly { seenChild: boolean; suitable: string }[];
        returnNotices: readonly { guardianName: string }[];
      }[]
    | null;
  readonly handovers:
    | readonly {
        fromParty: string;
        toPartyName: string | null;
        place: string | null;
        receivedBy: string | null;
        commitment: string | null;
        policeStatement: { outcomeName: string } | null;
      }[]
    | null;
}

export interface Problem {
  readonly detail: string;
  readonly errors?: Readonly<Record<string, readonly string[]>>;
}

/** Bodies of the forms of care, sound at the moment of the application's clock; nothing in them is real. */
export function careBodies(app: Pick<TestApp, 'now'>) {
  const now = (): string => app.now().toISOString();
  const day = (offset = 0): string =>
    new Date(app.now().getTime() + 8 * 3_600_000 + offset * 86_400_000).toISOString().slice(0, 10);
  const voice = { childOpinion: '想先离开家一段时间。' };
  const paper = {
    ...voice,
    place: '县救助保护中心门口',
    health: '左臂有淤青，已处理，精神尚可',
    belongings: '书包一个，换洗衣服两套',
    handedBy: '韩警官',
    receivedBy: '沈安',
  };
  const clean = { violence: 'no', habits: 'no', neglect: 'no', unfit: 'no' };
  return {
    day,
    safetyCheck: (part: object = {}) => ({
      arrivedAt: now(),
      seenChild: true,
      spokeAlone: true,
      medicalNeeded: false,
      personsSeen: '孩子、祖母',
      statements: '孩子说「不想回家」。',
      photos: '现场照片3张，存派出所',
      decision: 'unsafe',
      decisionReason: '父亲随时会回来。',
      ...voice,
      ...part,
    }),
    medical: (part: object = {}) => ({
      kind: 'TREATMENT',
      visitedAt: now(),
      hospital: '平新县人民医院急诊科',
      injuries: '左臂软组织挫伤',
      diagnosis: '软组织挫伤，无骨折',
      treatment: '清创，冷敷',
      authorisedBy: 'POLICE',
      authoriserName: '韩警官',
      costBearer: 'HOSPITAL',
      ...part,
    }),
    handover: (part: object = {}) => ({
      ...paper,
      handedAt: now(),
      fromParty: 'POLICE',
      toParty: 'SHELTER',
      reason: '身体受到严重伤害，监护人拒绝配合。',
      guardianInformed: false,
      rightsNotice: true,
      ...part,
    }),
    policeReport: (part: object = {}) => ({
      receivedAt: now(),
      outcome: 'ACCEPTED',
      documentNo: '平公（柳）说字〔2026〕3号',
      summary: '已受案，正在调查取证。',
      ...part,
    }),
    custody: (part: object = {}) => ({
      reasons: ['TC6'],
      facts: '父亲多次殴打，家中无其他人可以照料。',
      startedOn: day(),
      guardianTold: false,
      guardianNotice: '父亲是危险来源，暂不告知。',
      ...voice,
      ...part,
    }),
    shelter: (agencyId: string, part: object = {}) => ({
      kind: 'SHELTER',
      basis: 'CUSTODY',
      agencyId,
      address: '平新县安康路18号二楼',
      reason: '没有合适的亲属可以照料。',
      startedOn: day(),
      nextReviewOn: day(20),
      ...voice,
      ...part,
    }),
    kin: (part: object = {}) => ({
      kind: 'KIN',
      basis: 'CUSTODY',
      carerName: '禾外婆',
      carerRelation: '外祖母',
      carerPhone: '13900000003',
      address: '清荷街道荷塘社区3号楼',
      carerChecks: clean,
      reason: '外祖母愿意照料，身体好。',
      startedOn: day(),
      nextReviewOn: day(20),
      ...voice,
      ...part,
    }),
    review: (part: object = {}) => ({
      reviewedAt: now(),
      seenChild: true,
      suitable: 'yes',
      carerFit: 'yes',
      findings: '孩子吃住正常，已经开始上学。',
      nextReviewOn: day(80),
      ...voice,
      ...part,
    }),
    notifyReturn: (part: object = {}) => ({
      notifiedAt: now(),
      guardianName: '禾大田',
      conditions: '不再饮酒打骂，按时参加家庭教育指导。',
      followUpPlan: '第7日、第30日回访，此后每季度一次。',
      childOpinion: '愿意回家看看。',
      ...part,
    }),
    returnHome: (part: object = {}) => ({
      ...paper,
      handedAt: now(),
      commitment: '保证不再打孩子，接受回访。',
      handedBy: '沈安',
      receivedBy: '禾大田',
      ...part,
    }),
  };
}

export async function agencyOf(client: Client, kind: string): Promise<string> {
  const { agencies } = await client.read<Reference>('/reference');
  return agencies.find((agency) => agency.kind === kind)?.id ?? '';
}

/** An action that must be refused; answers the status and what is wrong. */
export async function refusalOf(
  client: Client,
  caseId: string,
  action: string,
  body: unknown = {},
): Promise<{ status: number; detail: string; fields: string[] }> {
  const reply = await client.post<Problem>(`/cases/${caseId}/actions/${action}`, body);
  return { status: reply.status, detail: reply.body.detail, fields: Object.keys(reply.body.errors ?? {}) };
}

/** A conference called and held today, with these agencies; everybody comes and agrees. */
export async function conferenceSays<T>(
  app: Pick<TestApp, 'now'>,
  client: Client,
  caseId: string,
  said: { readonly conclusion: string; readonly kinds: readonly string[] } & Readonly<
    Record<string, unknown>
  >,
): Promise<T> {
  const { kinds, ...rest } = said;
  const now = app.now().toISOString();
  const participants = await Promise.all(
    kinds.map(async (kind) => ({ agencyId: await agencyOf(client, kind) })),
  );
  const called = await client.ok<{ conferences: readonly { participants: readonly { id: string }[] }[] }>(
    `/cases/${caseId}/actions/convene-conference`,
    { reason: '研究孩子下一步怎么安排。', meetsAt: now, place: '民政局会议室', participants },
  );
  const seats = called.conferences.at(-1)?.participants ?? [];
  return client.ok<T>(`/cases/${caseId}/actions/conclude-conference`, {
    heldAt: now,
    opinions: seats.map(({ id }) => ({ participantId: id, present: true, opinion: '同意。' })),
    facts: '各单位汇报了查找、评估和照料的情况。',
    explanation: '意见一致。',
    confidentiality: '参会人员保密。',
    childOpinion: '听大家的。',
    tasks: [],
    ...rest,
  });
}
