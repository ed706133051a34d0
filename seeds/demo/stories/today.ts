import type { Story } from '../history';
import type { Tale } from './world';

/** 紧急，刚刚到: nobody has opened it yet, and its clock of 15 minutes runs. */
export async function* urgentNow(tale: Tale): Story {
  yield tale.at;
  await tale.file('jiaoshi', {
    situations: ['MR4'],
    facts: '左臂和后背有多处淤青，新旧不一，放学不愿回家。',
    injury: '左臂、后背淤青',
    childWords: '“我怕回去。”',
    childSafeNow: 'no',
    suspects: [{ perpetratorType: 'FATHER' }],
    exclusionHints: ['GUARDIAN'],
  });
}

/** Received this morning, waiting for triage. */
export async function* waitsForTriage(tale: Tale, words: object): Story {
  yield tale.at;
  await tale.file('jiaoshi', words);
  yield tale.minutes(20);
  await tale.receive();
}

/** 涉密: only those who investigate, treat and place the child learn who it is (MR2; 未成年人保护法 103). */
export async function* restricted(tale: Tale): Story {
  yield tale.at;
  await tale.file('yiyuan', {
    situations: ['MR2'],
    unitType: 'MEDICAL',
    facts: '就诊检查发现异常，已安抚孩子，没有追问经过。',
    childSafeNow: 'no',
    medicalSent: 'yes',
    suspects: [{ perpetratorType: 'ACQUAINTANCE' }],
    exclusionHints: ['VILLAGE'],
    policeToldAt: tale.iso,
    reporterName: '许医生',
    reporterPosition: '接诊医生',
  });
  yield tale.minutes(4);
  await tale.receive();
  yield tale.minutes(10);
  await tale.triage({
    summary: '医院报告一名儿童需要保护，请按职责办理并严格保密。',
    urgency: 'U0',
    kinds: ['health', 'procuratorate', 'justice', 'civil_affairs'],
  });
}

/** 超期: sent to the agencies days ago, and nobody has signed. */
export async function* nobodySigned(tale: Tale): Story {
  yield tale.at;
  await tale.file('jiaoshi', {
    situations: ['DROPOUT'],
    facts: '已经十天没有来上学，家里说在帮忙照看弟弟。',
  });
  yield tale.minutes(25);
  await tale.receive();
  yield tale.minutes(60);
  await tale.triage({
    summary: '学校报告一名学生失学，需要核实原因并劝返复学。',
    urgency: 'U2',
    kinds: ['education'],
  });
}
