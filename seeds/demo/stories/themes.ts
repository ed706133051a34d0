import type { ServiceWish } from './casework';

/** What an ordinary case is about: nothing that happened to a real child, everything that happens to children. */
export interface Theme {
  readonly situation: string;
  readonly reporter: string;
  readonly unitType: string;
  readonly facts: string;
  readonly summary: string;
  readonly urgency: 'U0' | 'U1' | 'U2' | 'U3';
  /** Kinds that get an order besides the lead. */
  readonly kinds: readonly string[];
  readonly adults: readonly string[];
  readonly risk: readonly string[];
  readonly goals: string;
  readonly services: readonly ServiceWish[];
  readonly reply: string;
  readonly suspects?: readonly object[];
}

const SOCIAL_WORK = '平新县青禾社会工作服务中心';

export const THEMES = {
  leftAlone: {
    situation: 'MR6',
    reporter: 'jiaoshi',
    unitType: 'SCHOOL',
    facts: '父母外出，孩子跟老人生活，老人住院一周，孩子自己做饭，三天没来上学。',
    summary: '学校报告一户家庭的儿童近期无人照料，需要上门核实并安排临时照料。',
    urgency: 'U1',
    kinds: ['police', 'civil_affairs', 'women_federation'],
    adults: ['62'],
    risk: ['ALONE'],
    goals: '三个月内落实固定照料人，孩子按时到校。',
    services: [
      { supportType: 'GUARDIAN_SUPPORT', provider: '平新县妇女联合会' },
      { supportType: 'EDUCATION', provider: '平新县第一小学' },
    ],
    reply: '已上门核实，临时照料已经安排，孩子已返校。',
  },
  harshDiscipline: {
    situation: 'MR4',
    reporter: 'jiaoshi',
    unitType: 'SCHOOL',
    facts: '小臂有成条的淤痕，问起时孩子低头不说话，放学不愿回家。',
    summary: '学校报告一名儿童身上有伤，需要核实安全状况并开展家庭教育指导。',
    urgency: 'U1',
    kinds: ['civil_affairs', 'township', 'women_federation'],
    adults: ['51', '52'],
    risk: [],
    goals: '监护人停止体罚，学会用语言管教；孩子愿意回家。',
    services: [
      { supportType: 'GUARDIAN_SUPPORT', provider: '平新县妇女联合会' },
      { supportType: 'PSYCHOLOGY', provider: SOCIAL_WORK },
    ],
    reply: '已入户了解并对监护人批评教育，监护人承诺不再打骂。',
    suspects: [{ perpetratorType: 'FATHER' }],
  },
  poverty: {
    situation: 'POVERTY',
    reporter: 'zhuren',
    unitType: 'VILLAGE',
    facts: '家里主要劳力生病，孩子的学习用品和冬衣都缺，想申请救助但不知道怎么办。',
    summary: '村里报告一户困难家庭，需要协助申请救助并关注孩子就学。',
    urgency: 'U3',
    kinds: ['township'],
    adults: ['51', '52'],
    risk: [],
    goals: '一个月内完成救助申请，孩子就学不受影响。',
    services: [{ supportType: 'LIVING', provider: '平新县民政局' }],
    reply: '救助申请已经受理，临时救助金已发放。',
  },
  bullying: {
    situation: 'BULLYING',
    reporter: 'jiaoshi',
    unitType: 'SCHOOL',
    facts: '同班几名同学多次拦住他要钱，孩子不敢上学。',
    summary: '学校报告一名学生疑似遭受欺凌，需要调查处置并提供心理支持。',
    urgency: 'U2',
    kinds: ['education', 'social_work'],
    adults: ['52'],
    risk: [],
    goals: '欺凌停止，孩子恢复到校，双方家长参与。',
    services: [{ supportType: 'PSYCHOLOGY', provider: SOCIAL_WORK }],
    reply: '调查已完成，已按规定处理，学校安排了专人陪护。',
    suspects: [{ perpetratorType: 'SCHOOLMATE' }],
  },
  dropout: {
    situation: 'DROPOUT',
    reporter: 'jiaoshi',
    unitType: 'SCHOOL',
    facts: '连续两周没来上学，电话打不通，听同学说在家帮忙干活。',
    summary: '学校报告一名学生失学，需要核实原因并劝返复学。',
    urgency: 'U2',
    kinds: ['education', 'township'],
    adults: ['51'],
    risk: [],
    goals: '两周内复学，家庭不再让孩子缺课干活。',
    services: [{ supportType: 'EDUCATION', provider: '平新县教育体育局' }],
    reply: '已入户劝返，孩子已复学。',
  },
  selfHarm: {
    situation: 'PSY_CRISIS',
    reporter: 'yiyuan',
    unitType: 'MEDICAL',
    facts: '手腕有新的划痕，说觉得没人在乎自己，最近总睡不着。',
    summary: '医院报告一名儿童需要心理危机干预，请各单位协助看护。',
    urgency: 'U0',
    kinds: ['health', 'township', 'social_work'],
    adults: ['52'],
    risk: ['SELF_HARM'],
    goals: '身边不离人，坚持就诊，孩子愿意说出心里话。',
    services: [
      { supportType: 'PSYCHOLOGY', provider: SOCIAL_WORK },
      { supportType: 'MEDICAL', provider: '平新县人民医院' },
    ],
    reply: '已安排就诊和看护，目前情绪平稳。',
  },
} as const satisfies Record<string, Theme>;
