import { Workflow } from './workflow';

describe('a workflow', () => {
  it('is frozen to the last line', () => {
    const { definition } = new Workflow({
      name: 'thing',
      initial: ['a'] as ('a' | 'b')[],
      final: ['b'],
      states: { a: '甲', b: '乙' },
      transitions: { go: { label: '走', from: ['a'], to: 'b' } },
    });
    const { states, transitions, initial, final } = definition;
    for (const part of [definition, states, initial, final, transitions, transitions.go, transitions.go.from])
      expect(Object.isFrozen(part)).toBe(true);
    expect(() => Object.assign(transitions, { sneak: { label: '绕过', from: ['b'] } })).toThrow(TypeError);
    expect(() => (initial as string[]).push('b')).toThrow(TypeError);
  });
});
