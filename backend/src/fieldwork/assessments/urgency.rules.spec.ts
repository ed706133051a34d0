import { urgencyErrors, type UrgencyChange } from './urgency.rules';

const change = (part: Partial<UrgencyChange>): string | undefined =>
  urgencyErrors({
    from: 'U1',
    to: 'U2',
    actorId: 'leader',
    emergencyOpen: false,
    evidence: { level: 'low', assessedBy: 'worker', confirmed: false },
    ...part,
  }).urgency?.[0];

describe('a change of urgency', () => {
  it('upwards needs nothing', () => {
    expect(change({ from: 'U3', to: 'U0', evidence: null, emergencyOpen: true })).toBeUndefined();
  });

  it('downwards from U0 and U1 needs an assessment made since, that is not high', () => {
    expect(change({})).toBeUndefined();
    expect(change({ from: 'U0', to: 'U3', evidence: null })).toContain('请先评估');
    expect(change({ evidence: { level: 'high', assessedBy: 'worker', confirmed: true } })).toContain(
      '「高」',
    );
  });

  it('needs two people: the assessor lowers only what somebody else confirmed', () => {
    expect(change({ actorId: 'worker' })).toContain('两个人');
    const evidence = { level: 'low', assessedBy: 'worker', confirmed: true } as const;
    expect(change({ actorId: 'worker', evidence })).toBeUndefined();
  });

  it('downwards waits for the end of the emergency', () => {
    expect(change({ from: 'U2', to: 'U3', emergencyOpen: true })).toContain('应急处置');
  });

  it('of less urgent cases needs no assessment, but has to change something', () => {
    expect(change({ from: 'U2', to: 'U3', evidence: null })).toBeUndefined();
    expect(change({ from: 'U2', to: 'U2' })).toContain('没有变化');
  });
});
