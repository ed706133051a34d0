import { Workflow } from '../../kernel';
import type { AnyDefinition, StateTable } from './state-table';
import { type ActionRoutes, stateTableFaults } from './state-table-faults';

const ROUTES: ActionRoutes = new Map([
  ['things/:id/actions/go', 'case.read'],
  ['things/:id/actions/keep', 'case.read'],
]);

const SOUND: AnyDefinition = {
  name: 'thing',
  initial: ['a'],
  final: ['b'],
  states: { a: '甲', b: '乙' },
  transitions: {
    go: { label: '走', from: ['a'], to: 'b' },
    keep: { label: '留', from: ['a', 'b'] },
  },
};

function tableOf(definition: Partial<AnyDefinition>, house: Partial<StateTable> = {}): StateTable {
  return {
    title: '东西',
    noun: 'things',
    readme: 'README.md',
    permissions: { go: 'case.read', keep: 'case.read' },
    workflow: new Workflow({ ...SOUND, ...definition }),
    ...house,
  };
}

const { go, keep } = SOUND.transitions as Record<'go' | 'keep', AnyDefinition['transitions'][string]>;

describe('a state table', () => {
  it('that is sound has no faults', () => {
    expect(stateTableFaults([tableOf({})], ROUTES)).toEqual([]);
  });

  it.each<[string, Partial<AnyDefinition>, string]>([
    [
      'an unknown state after an action',
      { transitions: { go, keep: { ...keep, to: 'c' } } },
      'keep: unknown state c',
    ],
    [
      'an unknown state before an action',
      { transitions: { go, keep: { ...keep, from: ['c'] } } },
      'keep: unknown state c',
    ],
    [
      'an action that can never happen',
      { transitions: { go, keep: { ...keep, from: [] } } },
      'keep: can never happen',
    ],
    ['no first state', { initial: [] }, 'initial: names no state'],
    ['a first state that is none', { initial: ['a', 'c'] }, 'initial, final: unknown state c'],
    [
      'a state nobody reaches',
      { final: ['b', 'c'], states: { ...SOUND.states, c: '丙' } },
      'c: is never reached',
    ],
    ['a state nobody leaves', { final: [] }, 'b: has no way out and is not final'],
    [
      'a way back to itself as the only one',
      { final: [], transitions: { go, keep: { ...keep, to: 'b' } } },
      'b: has no way out and is not final',
    ],
    ['an end that is none', { final: ['a', 'b'] }, 'a: is final and has a way out'],
    ['a state without a name', { states: { a: '甲', b: 'B' } }, 'b: no Chinese label'],
    [
      'an action without a name',
      { transitions: { go, keep: { ...keep, label: 'keep' } } },
      'keep: no Chinese label',
    ],
  ])('with %s is named with its line', (_what, definition, fault) => {
    expect(stateTableFaults([tableOf(definition)], ROUTES)).toContain(`thing: ${fault}`);
  });

  it.each<[string, Partial<StateTable>, string]>([
    [
      'a right that its route does not ask for',
      { permissions: { go: 'case.read', keep: 'case.visit' } },
      'keep: needs case.visit, its route asks for case.read',
    ],
    ['an action nobody may do', { permissions: { go: 'case.read' } }, 'keep: no permission and no side'],
    [
      'an action without a route',
      { callers: { keep: { route: 'things/:id/actions/hold' } } },
      'keep: nobody takes it (no POST things/:id/actions/hold)',
    ],
    ['a row for no action', { sides: { fly: '谁' } }, 'fly: is no action of the table'],
  ])('with %s is named with its line', (_what, house, fault) => {
    expect(stateTableFaults([tableOf({}, house)], ROUTES)).toEqual([`thing: ${fault}`]);
  });

  it('may leave an action to the system, or let a side stand for a right', () => {
    const house: Partial<StateTable> = { permissions: { go: 'case.read' } };
    const routes: ActionRoutes = new Map([...ROUTES].slice(0, 1));
    expect(
      stateTableFaults([tableOf({}, { ...house, callers: { keep: { system: '系统' } } })], routes),
    ).toEqual([]);
    expect(stateTableFaults([tableOf({}, { ...house, sides: { keep: '承办单位' } })], ROUTES)).toEqual([]);
  });

  it('knows every action that has a route', () => {
    const routes = new Map([...ROUTES, ['things/:id/actions/sneak', 'case.read'] as const]);
    expect(stateTableFaults([tableOf({})], routes)).toEqual([
      'thing: POST things/:id/actions/sneak acts on no line of the table',
    ]);
  });

  it('that anybody could still change is a fault', () => {
    expect(stateTableFaults([tableOf({}, { workflow: { definition: { ...SOUND } } })], ROUTES)).toEqual([
      'thing: is not frozen',
    ]);
  });
});
