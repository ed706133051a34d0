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
