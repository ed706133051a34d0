import type { Permission } from '../access';
import { actionRoute, type AnyDefinition, routeOf, type StateTable } from './state-table';

/** Every POST …/actions/… the application serves, with the right it asks for. */
export type ActionRoutes = ReadonlyMap<string, Permission | undefined>;

const CHINESE = /\p{Script=Han}/u;

/** What is wrong with the tables, one line each: the table, its line, the fault. Empty when the application may start. */
export function stateTableFaults(tables: readonly StateTable[], routes: ActionRoutes): string[] {
  return [
    ...tables.flatMap((table) =>
      [...shapeFaults(table.workflow.definition), ...actionFaults(table, routes)].map(
        (fault) => `${table.workflow.definition.name}: ${fault}`,
      ),
    ),
    ...strayRoutes(tables, routes),
  ];
}

/** The table by itself: its states and the roads between them. */
function shapeFaults(definition: AnyDefinition): string[] {
  const { initial, final, states, transitions } = definition;
  const isKnown = (state: string): boolean => Object.hasOwn(states, state);
  const reached = reachedFrom(definition);
  const left = statesWithExit(definition);
  return [
    ...(Object.isFrozen(definition) ? [] : ['is not frozen']),
    ...(initial.length > 0 ? [] : ['initial: names no state']),
    ...[...initial, ...final]
      .filter((state) => !isKnown(state))
      .map((state) => `initial, final: unknown state ${state}`),
    ...Object.entries(transitions).flatMap(([action, { from, to }]) => [
      ...(from.length > 0 ? [] : [`${action}: can never happen`]),
      ...[...from, ...(to === undefined ? [] : [to])]
        .filter((state) => !isKnown(state))
        .map((state) => `${action}: unknown state ${state}`),
    ]),
    ...Object.entries(states).flatMap(([state, label]) => [
      ...(CHINESE.test(label) ? [] : [`${state}: no Chinese label`]),
      ...(reached.has(state) ? [] : [`${state}: is never reached`]),
      ...(left.has(state) || final.includes(state) ? [] : [`${state}: has no way out and is not final`]),
      ...(left.has(state) && final.includes(state) ? [`${state}: is final and has a way out`] : []),
    ]),
  ];
}

/** The table in the house: somebody takes each action, somebody may, and it has a name on the screen. */
function actionFaults(table: StateTable, routes: ActionRoutes): string[] {
  const { transitions } = table.workflow.definition;
  const written = [table.permissions, table.sides, table.callers].flatMap((rows) => Object.keys(rows ?? {}));
  return [
    ...[...new Set(written)]
      .filter((action) => !Object.hasOwn(transitions, action))
      .map((action) => `${action}: is no action of the table`),
    ...Object.entries(transitions).flatMap(([action, { label }]) => [
      ...(CHINESE.test(label) ? [] : [`${action}: no Chinese label`]),
      ...takerFaults(table, action, routes),
    ]),
  ];
}

function takerFaults(table: StateTable, action: string, routes: ActionRoutes): string[] {
  const route = routeOf(table, action);
  if (route === undefined) return [];
  if (!routes.has(route)) return [`${action}: nobody takes it (no POST ${route})`];
  const permission = table.permissions?.[action];
  if (permission === undefined)
    return table.sides?.[action] === undefined ? [`${action}: no permission and no side`] : [];
  const asked = routes.get(route);
  return asked === permission ? [] : [`${action}: needs ${permission}, its route asks for ${asked}`];
}

/** Routes that act on the noun of a table without standing in it. */
function strayRoutes(tables: readonly StateTable[], routes: ActionRoutes): string[] {
  const known = new Set(
    tables.flatMap(({ noun, workflow }) =>
      Object.keys(workflow.definition.transitions).map((action) => actionRoute(noun, action)),
    ),
  );
  return tables.flatMap(({ noun, workflow }) =>
    [...routes.keys()]
      .filter((route) => route.startsWith(actionRoute(noun, '')) && !known.has(route))
      .map((route) => `${workflow.definition.name}: POST ${route} acts on no line of the table`),
  );
}

function reachedFrom({ initial, transitions }: AnyDefinition): ReadonlySet<string> {
  const reached = new Set(initial);
  // A set walks over what is added on the way.
  for (const state of reached)
    for (const { from, to } of Object.values(transitions))
      if (to !== undefined && from.includes(state)) reached.add(to);
  return reached;
}

function statesWithExit({ transitions }: AnyDefinition): ReadonlySet<string> {
  return new Set(
    Object.values(transitions).flatMap(({ from, to }) =>
      to === undefined ? [] : from.filter((state) => state !== to),
    ),
  );
}
