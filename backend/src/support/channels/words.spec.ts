import { NOTICE_TITLES } from '../notifications';
import { wordsOf } from './words';

const URL = 'https://tonghu.example.gov.cn';
/** What must never stand on a lock screen. */
const CANARIES = ['禾苗苗', '平新县第一小学', '性侵', '林老师', '柳溪村3组', '13900000001', '禾大田 报告人'];

describe('words that leave the house', () => {
  it('S01: are a number and where to sign in', () => {
    expect(wordsOf({ number: 'BG20260115-000001', urgency: null }, `${URL}/`)).toBe(
      `【童护】您有一条待办：BG20260115-000001，请登录查看 ${URL}/notices`,
    );
    expect(wordsOf({ number: 'BG20260115-000001', urgency: 'U0' }, URL)).toContain('您有一条紧急待办：');
  });

  it.each(CANARIES)('S01: never hold “%s”, wherever a record has put it', (canary) => {
    for (const urgency of ['U0', 'U3', null, canary])
      for (const number of [canary, `BG20260115-${canary}`, `${canary}BG20260115-000001`])
        expect(wordsOf({ number, urgency }, URL)).not.toContain(canary);
  });

  it('S01: are the same for every kind of notice: no title, no kind of record', () => {
    const text = wordsOf({ number: 'XB20260115-000001', urgency: 'U0' }, URL);
    for (const title of Object.values(NOTICE_TITLES)) expect(text).not.toContain(title);
    expect(text).not.toMatch(/case|report|work-order|个案|报告|儿童/u);
    // What a lock screen shows before it is opened.
    expect([...text.slice(0, text.indexOf('http'))].length).toBeLessThan(45);
  });
});
