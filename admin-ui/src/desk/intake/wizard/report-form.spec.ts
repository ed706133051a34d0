import { EMPTY_CHILD, emptyReport, gapsOf, stepOfField, STEPS, toCreateReport } from './report-form';

const empty = emptyReport('school_reporter', 'school', { by: '', at: '' });

describe('report form', () => {
  it('has at most nine steps', () => {
    expect(STEPS.length).toBeLessThanOrEqual(9);
  });

  it('asks only for what happened and for a child that can be found', () => {
    expect(gapsOf(empty)).toEqual(['whatHappened', 'whichChild']);
    expect(
      gapsOf({ ...empty, situations: ['MR1'], children: [{ ...EMPTY_CHILD, school: '某小学' }] }),
    ).toEqual([]);
    expect(gapsOf({ ...empty, facts: '手臂有伤', children: [{ ...EMPTY_CHILD, name: ' ' }] })).toEqual([
      'whichChild',
    ]);
  });

  it('sends no empty texts, and ages as numbers', () => {
    const body = toCreateReport({
      ...empty,
      facts: ' ',
      children: [{ ...EMPTY_CHILD, name: '小明', age: '7' }],
    });
    expect(body.children).toEqual([{ name: '小明', sex: 'unknown', age: 7 }]);
    expect(body).not.toHaveProperty('facts');
  });

  it('knows the step of a field of the server', () => {
    expect(STEPS[stepOfField('children.0.age')]?.key).toBe('children');
    expect(STEPS[stepOfField('reporterPhone')]?.key).toBe('reporter');
    expect(STEPS[stepOfField('somethingElse')]?.key).toBe('review');
  });
});
