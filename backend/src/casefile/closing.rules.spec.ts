import { CLOSING_CHECKS, closingErrors, type ClosingRequest } from './closing.rules';

const ALL = Object.fromEntries(Object.keys(CLOSING_CHECKS).map((code) => [code, true]));
const request = (part: Partial<ClosingRequest> = {}): ClosingRequest => ({
  riskLevel: 'low',
  checklist: ALL,
  note: '三个月内每月回访一次',
  childOpinion: '愿意和奶奶一起住',
  ...part,
});

describe('a request to close', () => {
  it('is complete when every box is ticked and the child was heard', () => {
    expect(closingErrors(request(), 'low')).toEqual({});
    expect(
      closingErrors(
        { riskLevel: 'low', checklist: ALL, note: '见回访计划', noOpinionReason: '孩子不满两岁' },
        'low',
      ),
    ).toEqual({});
  });

  it('may leave a box empty with an explanation', () => {
    const checklist = { ...ALL, GUARDIAN_ABLE: false };
    expect(closingErrors(request({ checklist, note: '监护人住院，已委托照护' }), 'low')).toEqual({});
    expect(closingErrors(request({ checklist, note: '。' }), 'low').note).toEqual([
      expect.stringContaining('监护人能够履行职责'),
    ]);
  });

  it('names boxes that were left out or are unknown', () => {
    const rest = Object.fromEntries(Object.entries(ALL).filter(([code]) => code !== 'CHILD_SEEN'));
    const errors = closingErrors(request({ checklist: { ...rest, EXTRA: true } }), 'low');
    expect(Object.keys(errors).sort()).toEqual(['checklist.CHILD_SEEN', 'checklist.EXTRA']);
  });

  it('asks for the child’s opinion or the reason why not (未成年人保护法 19)', () => {
    const errors = closingErrors(request({ childOpinion: ' ' }), 'low');
    expect(errors.childOpinion).toEqual(['请记录孩子的意见，或写明为什么没有听取']);
  });

  it('does not talk a risk down that the last assessment found', () => {
    expect(Object.keys(closingErrors(request({ riskLevel: 'low' }), 'high'))).toEqual(['riskLevel']);
  });
});
