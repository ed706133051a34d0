import { stateDiagram } from './mermaid';

describe('the diagram of a state table', () => {
  it('draws what changes the state, marks conditions with their source, and notes the rest', () => {
    const drawn = stateDiagram({
      name: 'thing',
      initial: ['a'],
      final: ['b'],
      states: { a: '甲', b: '乙' },
      transitions: {
        go: { label: '走', from: ['a'], to: 'b', guard: () => null, source: '法 1; 2' },
        run: { label: '跑', from: ['a'], to: 'b' },
        look: { label: '看', from: ['a', 'b'], guard: () => null },
        stay: { label: '留', from: ['a'], to: 'a' },
      },
    });
    expect(drawn.split('\n')).toEqual([
      'stateDiagram-v2',
      '  state "甲" as a',
      '  state "乙" as b',
      '  [*] --> a',
      '  a --> b: ◇走（法 1； 2）<br/>跑',
      '  b --> [*]',
      '  note left of a',
      '    不改变状态的动作',
      '    任何状态 ◇看',
      '    「甲」 留',
      '  end note',
    ]);
  });
});
