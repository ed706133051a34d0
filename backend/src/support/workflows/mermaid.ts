import type { AnyDefinition } from './state-table';

type Line = readonly [action: string, transition: AnyDefinition['transitions'][string]];

/**
 * The table as Mermaid text: one arrow for each pair of states, ◇ before an action that has a condition, its source
 * behind it. What does not change the state stands in one note, by the states in which it may be done.
 */
export function stateDiagram({ initial, final, states, transitions }: AnyDefinition): string {
  const lines = Object.entries(transitions);
  const arrows = grouped(
    lines.flatMap((line) =>
      line[1].to === undefined ? [] : moves(line).map((arrow) => [arrow, line] as const),
    ),
  );
  const kept = grouped(
    lines
      .filter(([, { from, to }]) => to === undefined || from.includes(to))
      .map((line) => [statesText(stayingStates(line), states), line] as const),
  );
  return [
    'stateDiagram-v2',
    ...Object.entries(states).map(([code, label]) => `  state "${label}" as ${code}`),
    ...initial.map((code) => `  [*] --> ${code}`),
    ...[...arrows].map(([arrow, group]) => `  ${arrow}: ${group.map(named).join('<br/>')}`),
    ...final.map((code) => `  ${code} --> [*]`),
    ...noteOf(initial[0] ?? '', kept),
  ].join('\n');
}

function moves([, { from, to }]: Line): string[] {
  return from.filter((state) => state !== to).map((state) => `${state} --> ${to}`);
}

function stayingStates([, { from, to }]: Line): readonly string[] {
  return to === undefined ? from : [to];
}

function statesText(from: readonly string[], states: Readonly<Record<string, string>>): string {
  return from.length === Object.keys(states).length
    ? '任何状态'
    : from.map((state) => `「${states[state]}」`).join('');
}

function named([, { label, guard, source }]: Line): string {
  if (guard === undefined) return label;
  return plain(source === undefined ? `◇${label}` : `◇${label}（${source}）`);
}

/** Mermaid ends a statement at a semicolon and reads # as a code. */
function plain(text: string): string {
  return text.replaceAll(';', '；').replaceAll('#', '＃').replaceAll(':', '：');
}

function noteOf(state: string, kept: ReadonlyMap<string, readonly Line[]>): string[] {
  if (kept.size === 0) return [];
  const rows = [...kept].map(([where, group]) => `    ${where} ${group.map(shortName).join('、')}`);
  return [`  note left of ${state}`, '    不改变状态的动作', ...rows, '  end note'];
}

function shortName([, { label, guard }]: Line): string {
  return plain(guard === undefined ? label : `◇${label}`);
}

function grouped(pairs: readonly (readonly [string, Line])[]): Map<string, Line[]> {
  const groups = new Map<string, Line[]>();
  for (const [key, line] of pairs) groups.set(key, [...(groups.get(key) ?? []), line]);
  return groups;
}
