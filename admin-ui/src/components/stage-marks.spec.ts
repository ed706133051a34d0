import { stageMark, stepsAfterWork } from './stage-marks';

const stage = (closedAt: string | null) => ({
  stage: 'assessment' as const,
  stageName: '评估',
  openedAt: '2026-03-01T00:00:00.000Z',
  closedAt,
});

describe('the steps of a case', () => {
  it('mark a stage by its latest entry', () => {
    expect([stageMark(undefined), stageMark(stage(null)), stageMark(stage('2026-03-02'))]).toEqual([
      'none',
      'open',
      'done',
    ]);
  });

  it('stand behind the work in every phase', () => {
    const plan = { total: 6, left: 2 };
    for (const phase of ['open', 'suspended', 'transferring', 'frozen'] as const)
      expect(stepsAfterWork(phase, null)).toEqual({
        closing: 'none',
        closed: 'none',
        followUp: 'none',
        archived: 'none',
      });
    expect(stepsAfterWork('closing', null).closing).toBe('open');
    expect(stepsAfterWork('closed', plan)).toEqual({
      closing: 'done',
      closed: 'done',
      followUp: 'open',
      archived: 'none',
    });
    expect(stepsAfterWork('follow_up', { total: 6, left: 0 }).followUp).toBe('done');
    expect(stepsAfterWork('archived', plan)).toMatchObject({ followUp: 'done', archived: 'done' });
  });

  it('leave the follow-up out when the closing asked for none', () => {
    expect(stepsAfterWork('closed', { total: 0, left: 0 }).followUp).toBeUndefined();
    expect(stepsAfterWork('closed', null).followUp).toBeUndefined();
  });
});
